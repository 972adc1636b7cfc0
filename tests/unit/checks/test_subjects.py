"""What stands before a figure, over it or in its row names that figure and no other: all lines stand in one site."""

from collections.abc import Mapping

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_VALUES = {
    "births": "value: 18420",
    "clinics": "value: 18",
    "revenue": "value: 3400000000, currency: RON",
    "loan": "value: 750000000, currency: EUR",
    "inflation": "kind: percent, value: 5.8",
    "wages": "kind: percent, value: 4.5, change: true",
    "girls": "value: 400",
    "boys": "value: 600",
    "pupils": "sum_of: [girls, boys]",
    "share": "share_of: [girls, pupils]",
}
_LABELS: Mapping[str, tuple[str, ...]] = {
    "ro": (
        *("Nașteri", "Clinici", "Venituri", "Împrumutul pentru metrou", "Inflația", "Schimbarea salariilor"),
        *("Fete", "Băieți", "Elevi", "Ponderea fetelor"),
    ),
    "en": (
        *("Births", "Clinics", "Revenue", "Loan for the metro", "Inflation", "Change in wages"),
        *("Girls", "Boys", "Pupils", "Share of girls"),
    ),
    "de": (
        *("Geburten", "Kliniken", "Einnahmen", "Kredit für die U-Bahn", "Inflation", "Veränderung der Löhne"),
        *("Mädchen", "Jungen", "Schüler", "Anteil der Mädchen"),
    ),
    "fr": (
        *("Naissances", "Cliniques", "Recettes", "Prêt pour le métro", "Inflation", "Évolution des salaires"),
        *("Filles", "Garçons", "Élèves", "Part des filles"),
    ),
    "ar": (
        *("الولادات", "العيادات", "الإيرادات", "قرض المترو", "التضخم", "تغير الأجور"),
        *("البنات", "الأولاد", "التلاميذ", "حصة البنات"),
    ),
    "ja": (
        *("出生", "診療所", "歳入", "地下鉄の融資", "インフレ率", "賃金の変化"),
        *("女子", "男子", "生徒", "女子の割合"),
    ),
}
_TOLD: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "Veniturile au fost de {{ loan }}.",
        "Împrumutul a fost de {{ revenue }}.",
        "Numărul nașterilor a fost de {{ clinics.number }}.",
        "Salariile au crescut cu {{ inflation }}.",
        "Veniturile: {{ loan }}.",
        "Împrumutul, de {{ revenue }}, a crescut.",
        "Veniturile au fost de {{ loan }}, iar împrumutul e vechi.",
        "Băieții sunt {{ share }}.",
        "| Nașteri | Clinici |\n|---:|---:|\n| {{ clinics.number }} | 1 |",
        "Clujul are {{ t[iasi, b2024] }}.",
        "Clujul are {{ t[iasi, b2023] }}, iar Iașul {{ t[iasi, b2024] }}.",
        "Clujul are cel mai mic număr, {{ t.max(b2024) }}.",
        "Cele mai multe are Iașiul: {{ t.max(b2024) }}.",
        "În 2023 Clujul avea {{ t[cluj, b2024] }}.",
    ),
    "en": (
        "Revenue was {{ loan }}.",
        "The loan was {{ revenue }}.",
        "The number of births was {{ clinics.number }}.",
        "Inflation was {{ wages }}.",
        "Boys are {{ share }}.",
        "| Births | Clinics |\n|---:|---:|\n| {{ clinics.number }} | 1 |",
        "Iași has {{ t[cluj, b2024] }}.",
    ),
    "de": ("Die Einnahmen lagen bei {{ loan }}.", "Die Zahl der Geburten lag bei {{ clinics.number }}."),
    "fr": ("L’inflation était de {{ wages }}.", "Le nombre de naissances était de {{ clinics.number }}."),
    "ar": ("بلغت الإيرادات {{ loan }}.", "عدد الولادات {{ clinics.number }}."),
    "ja": ("歳入は{{ loan }}だ。", "出生数は{{ clinics.number }}だ。"),
}
_RIGHT: Mapping[str, tuple[str, ...]] = {
    "ro": (
        "În Cluj sunt {{ t[cluj, b2024] }}, iar în Iași {{ t[iasi, b2024] }}.",
        "Clujul și Iașul au {{ t[cluj, b2024] }} și {{ t[iasi, b2024] }}.",
        "Spre deosebire de Iași, Clujul are {{ t[cluj, b2024] }}.",
        "Față de Iași, cu {{ t[iasi, b2024] }}, Clujul are {{ t[cluj, b2024] }}.",
        "Cu {{ t[cluj, b2024] }}, Clujul e înaintea Iașului.",
        "Veniturile au fost de {{ revenue }}, iar împrumutul de {{ loan }}.",
        "Din venituri, {{ loan }} s-au dat pentru metrou.",
        "Nașteri și clinici: {{ births.number }} și {{ clinics.number }}.",
        "Profesorii au primit {{ loan }}, cum am spus.",
        "În județul Cluj sunt {{ t[cluj, b2024] }}, iar în 2024 au fost la fel.",
        "Față de Iași, Clujul are {{ t[cluj, b2024] }}.",
        "Clujul are cel mai mare număr, {{ t.max(b2024) }}.",
    ),
    "en": (
        "Of the revenue, {{ loan }} was borrowed.",
        "Inflation ate up the rise in wages of {{ wages.size }}.",
        "The loan for the metro, of {{ loan }}, is paid from revenue.",
        "Pupils: {{ share }} are girls.",
        "The largest has {{ t[cluj, b2024] }}.",
    ),
    "de": ("Die Einnahmen lagen bei {{ revenue }}, der Kredit bei {{ loan }}.",),
    "fr": ("Les recettes étaient de {{ revenue }}, le prêt de {{ loan }}.",),
    "ar": ("بلغت الإيرادات {{ revenue }}.",),
    "ja": ("歳入は{{ revenue }}だ。",),
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, int]]:
    """The language and the line of each figure that is told to stand behind the name of another."""
    root = tmp_path_factory.mktemp("subjects")
    files: dict[str, str | bytes] = {
        "site.toml": 'reference = "ro"\ntitle = "T"\nbase_url = "https://facts.example/"\n',
        "data/t.csv": "judet,b2023,b2024\ncluj,120,135\niasi,90,95\n",
    }
    files |= {f"content/{tag}/index.md": "\n\n".join((_head(tag), *_TOLD[tag], *_RIGHT[tag])) for tag in _TOLD}
    problems = check(write_site(root, files), Options()).problems
    return {(one.place.path.split("/")[1], one.place.line) for one in problems if one.code == "S311"}


def _head(tag: str) -> str:
    """The front matter of the sheet of a language."""
    rows = zip(_VALUES.items(), _LABELS[tag], strict=True)
    metrics = [f"  {name}: {{{f'{value}, ' if tag == 'ro' else ''}label: {label}}}" for (name, value), label in rows]
    table = (
        "    file: data/t.csv\n    kind: count\n"
        "    columns: {b2023: {label: Paturi 2023}, b2024: {label: Paturi 2024}}\n"
        if tag == "ro"
        else "    columns: {b2023: {label: Beds 2023}, b2024: {label: Beds 2024}}\n"
    )
    tables = f"tables:\n  t:\n    title: T\n    label: L\n{table}    rows: {{cluj: Cluj, iasi: Iași}}"
    return "\n".join(("---", "title: T", "metrics:", *metrics, tables, "---"))


def _line(tag: str, text: str) -> range:
    """The lines on which a block of the sheet stands."""
    before, _, _ = "\n\n".join((_head(tag), *_TOLD[tag], *_RIGHT[tag])).partition(text)
    first = before.count("\n") + 1
    return range(first, first + text.count("\n") + 1)


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in _TOLD.items() for text in texts])
def test_a_figure_behind_the_name_of_another_is_told(lines: set[tuple[str, int]], tag: str, text: str) -> None:
    """A subject, a head, a row or a year that is another figure’s own is told, in six languages."""
    assert any((tag, line) in lines for line in _line(tag, text))


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in _RIGHT.items() for text in texts])
def test_a_figure_beside_its_own_name_is_left_alone(lines: set[tuple[str, int]], tag: str, text: str) -> None:
    """Other figures may be named too, where the figure’s own name is there, or where another is no subject."""
    assert not any((tag, line) in lines for line in _line(tag, text))

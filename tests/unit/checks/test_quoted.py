"""What a quote says with its number is the figure: its unit, its noun and its place."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found, place, spoiled, told

METRICS = """---
title: Exemplu
sources:
  presa: {title: Comunicat, lang: ro}
  press: {title: Release, lang: en}
  zeitung: {title: Bericht, lang: de}
metrics:
"""

CASES = (
    ("value: 13", "13 cărți", ""),
    ("value: 13", "13 […] cărți", "Q420"),
    ("value: 13", "cărțile sunt 13 […] iar sălile, 20", "Q420"),
    ("value: 13", "au fost vândute […] 13 cărți", ""),
    ("value: 6020000\n    display: scientific", "6,02 × 10⁶ cărți", ""),
    ("value: -13\n    change: true", "cu 13 cărți mai puține", ""),
    ("value: -13\n    change: true", "o scădere cu 13 cărți", ""),
    ("value: 13", "cele 13 săli", "Q422"),
    ("value: 13", "13", "Q422"),
    ("value: 13", "s-au citit cărți, 13 la număr", ""),
    ("value: 13", "jumătate din cele 20 de săli, 13 cărți și 13 săli", ""),
    ("value: 13", "jumătate din 13 cărți", "Q421"),
    ("value: 13", "de zece ori 13 cărți", "Q421"),
    ("value: 13\n    source: press", "13 rooms", ""),
    ("value: 13", "13 sute de cărți", "Q421"),
    ("value: 13", "între 13 și 20 de cărți", "Q421"),
    ("value: 13", "13–20 de cărți", "Q421"),
    ("value: 20", "de la 13 la 20 de cărți", ""),
    ("value: 13", "13 sau 20 de cărți", "Q421"),
    ("value: 20", "13 sau 20 de cărți", "Q421"),
    ("value: 13\n    source: press", "13 to 20 books", "Q421"),
    ("value: 20\n    source: press", "books rose by 13 to 20", ""),
    ("value: 20\n    source: zeitung", "13 bis 20 Bücher", "Q421"),
    ("kind: range\n    value: 13–20\n    source: press", "13 to 20 books", ""),
    ("value: 13", "13 kg de cărți", "Q421"),
    ("value: 13", "13² cărți", "Q421"),
    ("value: 13", "13 cărți mai puține", "Q421"),
    ("value: 13", "1 din 13 cărți", "Q421"),
    ("value: 13", "5 din cele 13 cărți", ""),
    ("value: 3", "3 din 10 cărți", "Q421"),
    ("value: 10", "3 din 10 cărți", "Q421"),
    ("value: 3", "3 din cele 10 cărți", ""),
    ("value: 5", "5 din 13 cărți", ""),
    ("value: 3\n    source: zeitung", "drei von zehn Büchern", "Q421"),
    ("value: 20\n    source: zeitung", "jedes 20. Buch", "Q421"),
    ("value: 20\n    source: zeitung", "20 Jahre alte Bücher", "Q421"),
    ("value: 20\n    source: zeitung", "20 Bücher", ""),
    ("value: 20\n    source: zeitung", "täglich 20 Bücher", "Q421"),
    ("value: 20\n    source: zeitung", "jeden Tag 20 Bücher", "Q421"),
    ("value: 13", "lunar 13 cărți", "Q421"),
    ("value: 100000\n    currency: RON", "100 mii lei vechi", "Q405"),
    ("value: 2013", "în 2013 s-au vândut cărți", "Q421"),
    ("value: 2013", "în 2013 s-au vândut 2013 cărți", ""),
    ("value: 13\n    source: zeitung", "13 […] Bücher", "Q420"),
    ("value: 678499999\n    bound: over\n    currency: USD", "peste 678 de milioane de dolari", "Q403"),
    ("value: 677900000\n    bound: over\n    currency: USD", "peste 678 de milioane de dolari", ""),
    ("value: 677400000\n    bound: over\n    currency: USD", "peste 678 de milioane de dolari", "Q403"),
    ("value: 97\n    bound: up-to\n    currency: USD", "cel mult 97 de dolari", ""),
    ("value: 5\n    bound: up-to\n    currency: USD", "cel mult 5,4 dolari", "Q403"),
    ("value: 100\n    currency: RON", "100 de lei vechi", "Q405"),
    ("value: 100\n    currency: USD", "100 de dolari canadieni", "Q405"),
    ("value: 100\n    currency: EUR", "100 de eurocenți", "Q405"),
    ("value: 12.5\n    kind: percent", "12,5 puncte procentuale", "Q405"),
    ("value: 12.5\n    kind: percent", "12,5 […] la sută", "Q405"),
    ("value: 12.5\n    kind: percent", "o pondere de 12,5 la sută", ""),
    ("kind: range\n    value: 10–20", "între 10 […] și 20 de cărți", ""),
    ("kind: number\n    value: 46\n    out_of: 100", "46 de puncte din 100", ""),
    ("kind: number\n    value: 9.6\n    per: 100000", "96 la un milion de locuitori", ""),
    ("kind: points\n    value: 0.5\n    change: true", "cu 50 de puncte de bază mai mult", ""),
    ("kind: percent\n    value: -0.4\n    change: true\n    source: press", "-0.4% m/m", ""),
    ("kind: times\n    value: 2.5\n    source: press", "a 2.5-fold increase", ""),
    ("value: 28.72\n    currency: RON", "28 de lei și 72 de bani", ""),
    ("value: 5.1\n    measure: liter-per-100-kilometer", "5,1 l/100 km", ""),
)


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """The findings about the quotes of one site, by the number of the case."""
    parts = [METRICS]
    for number, (declared, quote, _) in enumerate(CASES):
        source = "" if "source:" in declared else "\n    source: presa"
        needs_unit = "kind" not in declared and "currency" not in declared
        unit = '\n    unit: {one: "{n} carte", few: "{n} cărți", other: "{n} de cărți"}' if needs_unit else ""
        label = f'\n    label: Numărul {number}{unit}{source}\n    quote: "{quote}"\n'
        parts.append(f"  m{number}:\n    {declared}{label}")
    text = "".join((*parts, "---\n", *(f"{{{{ m{number} }}}}\n\n" for number in range(len(CASES)))))
    files = {"site.toml": SITE["site.toml"], "content/ro/index.md": text}
    by_metric: dict[int, list[str]] = {number: [] for number in range(len(CASES))}
    starts = [int(place(text, f"  m{number}:").partition(":")[0]) for number in range(len(CASES))]
    for one in found(tmp_path_factory.mktemp("site"), files):
        line = int(one.split(":")[1])
        if one[0] == "Q":
            by_metric[max(number for number, start in enumerate(starts) if start <= line)].append(one[:4])
    return by_metric


def test_a_quote_proves_what_it_says(codes: dict[int, list[str]]) -> None:
    """Value, unit and bound must stand in one passage, with the words for what is counted."""
    expected = {number: [code] if code else [] for number, (_, _, code) in enumerate(CASES)}
    wrong = {CASES[number][1]: codes[number] for number in expected if codes[number] != expected[number]}
    assert wrong == {}


@pytest.mark.parametrize(
    ("declared", "label", "quote", "code"),
    [
        ("kind: rank, value: 3", "Locul în Europa", "locul 3 în lume", "Q431"),
        ("kind: rank, value: 3", "Locul în Europa", "locul 3 în Europa, al 7-lea în lume", ""),
        ("kind: date, value: 2025-10-06", "Cursul începe", "cursul se încheie pe 6 octombrie 2025", "Q431"),
        ("kind: date, value: 2025-10-06", "Începutul cursului", "cursul începe pe 6 octombrie 2025", ""),
        ("value: 5230", "Trasee marcate", "5.230 km de trasee", "Q421"),
        ("value: 5230", "Trasee marcate", "5.230 de trasee", ""),
        ("value: 5230", "Trasee marcate", "5.230 de trasee nemarcate", "Q431"),
        ("value: 5230", "Trasee marcate", "5.230 de trasee marcate, și altele nemarcate", ""),
        ("value: 5230", "Trasee marcate", "5.230 de trasee nu sunt marcate", "Q431"),
        ("value: 5230", "Trasee fără marcaj", "5.230 de trasee nu aveau marcaj", ""),
        ("value: 5230", "Trasee marcate", "5.230 de trasee, decât cele care nu au stâlpi", ""),
        ("kind: year, value: 1921", "Cea mai veche moară", "cea mai veche fermă este din 1921", "Q431"),
        ("kind: year, value: 1921", "Cea mai veche moară", "cea mai veche dintre mori este din 1921", ""),
        ("kind: year, value: 1921", "Cea mai veche moară", "cea mai nouă moară este din 1921", "Q431"),
    ],
)
def test_a_quote_is_of_what_the_label_names(tmp_path: Path, declared: str, label: str, quote: str, code: str) -> None:
    """A passage does not say the contrary of the label, and a measure is declared."""
    metric = f'  m: {{{declared}, label: {label}, source: presa, quote: "{quote}"}}\n'
    files = {"site.toml": SITE["site.toml"], "content/ro/index.md": f"{METRICS}{metric}---\n{{{{ m }}}}\n"}
    assert [one[:4] for one in found(tmp_path, files) if one[0] == "Q"] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("peste 640 de cărți", "Q421"),
        ("nu 640 de cărți", "Q421"),
        ("jumătate din 640 de cărți", "Q421"),
        ("640 de cărți sau mai multe", "Q421"),
        ("peste 640 de cărți. Apoi 640 de cărți", ""),
        ("la sfârșit, 640 de cărți", ""),
        ("peste tot sunt 640 de cărți", ""),
        ("nu peste tot. 640 de cărți", ""),
    ],
)
def test_the_words_around_a_quote_do_not_turn_it_round(tmp_path: Path, text: str, code: str) -> None:
    """What stands right before or behind the quoted words in the source is read with them, wherever they stand."""
    unit = '{one: "{n} carte", few: "{n} cărți", other: "{n} de cărți"}'
    metric = f"  m: {{value: 640, label: Cărți, source: presa, unit: {unit}"
    head = METRICS.replace(
        "presa: {title: Comunicat, lang: ro}", "presa: {title: Comunicat, lang: ro, file: presa.txt}"
    )
    sheet = f'{head}{metric}, quote: "640 de cărți"}}\n---\n{{{{ m }}}}\n'
    files = {"site.toml": SITE["site.toml"], "content/ro/index.md": sheet, "presa.txt": f"Avem {text}.\n"}
    assert [one[:4] for one in found(tmp_path, files) if one[0] == "Q"] == ([code] if code else [])


@pytest.mark.parametrize(
    ("quote", "translation", "codes"),
    [
        ("În 2025, 640 de cărți", "In 2025, 640 books", ["Q413"]),
        ("În 2024, 640 de cărți", "In 2023, 640 books", ["Q424"]),
        ("În 2024, 640 de cărți", "640 books in 2024", []),
        ("640 de cărți în 2025", "640 books", ["Q413"]),
        ("702 cărți, față de 640 de cărți în 2025", "702 books, 640 books before", ["Q413"]),
        ("640 de cărți, cu 20 mai multe în 2025", "640 books", []),
        ("640 de cărți, față de 700 în 2023", "640 books, after 700 in 2023", []),
        ("640 de cărți", "In 2024, 640 books", []),
    ],
)
def test_a_quote_is_of_the_year_of_its_figure(tmp_path: Path, quote: str, translation: str, codes: list[str]) -> None:
    """A passage that begins with a year is of it, and its translation says the same years."""
    unit = '{one: "{n} carte", few: "{n} cărți", other: "{n} de cărți"}'
    metric = f'  m: {{value: 640, as_of: 2024, label: Cărți, source: presa, unit: {unit}, quote: "{quote}"}}\n'
    words = f'label: Books, unit: {{one: "{{n}} book", other: "{{n}} books"}}, translation: "{translation}"'
    files = {
        "site.toml": SITE["site.toml"],
        "content/ro/index.md": f"{METRICS}{metric}---\n{{{{ m }}}}\n",
        EN: f"---\ntitle: T\nmetrics:\n  m: {{{words}}}\n---\n{{{{ m }}}}\n",
    }
    assert [one[:4] for one in found(tmp_path, files) if one[0] == "Q"] == codes


def test_a_finding_says_what_was_read(tmp_path: Path) -> None:
    """The message gives the words of the quote, and what they are read as."""
    files = spoiled(RO, ('"1.209 arestări"', '"jumătate din 1.209 arestări"'))
    [message] = [one for one in told(tmp_path, files) if one.startswith("Q421")]
    assert "“jumătate din 1.209 arestări”" in message
    assert "reads as jumătate din 1.209" in message


def test_a_translated_quote_gives_the_figure_too(tmp_path: Path) -> None:
    """Another number, currency or bound in a translation is told at its line; one without a number is not."""
    translated = {
        "label: Arrests": ("1,290 arrests", True),
        "label: Victims": ("under 120,000 victims", True),
        "label: Money": ("97 million euros", True),
        "label: Operations": ("several operations", False),
    }
    changes = [(label, f'{label}\n    translation: "{text}"') for label, (text, _) in translated.items()]
    files = spoiled(EN, *changes)
    lines = [f'"{text}"' for text, is_wrong in translated.values() if is_wrong]
    expected = [f"Q424 {EN}:{place(files[EN], line)}" for line in lines]
    assert [one for one in found(tmp_path, files) if one[0] == "Q"] == expected


def test_a_right_translation_of_a_quote_is_in_order(tmp_path: Path) -> None:
    """The number may be rounded or in words, as in a quote."""
    files = spoiled(EN, ("label: Operations", 'label: Operations\n    translation: "four operations"'))
    assert found(tmp_path, files) == []


_SHEET = """---
title: {title}
sources:
  presa: {{title: Comunicat, lang: ro, publisher: A}}
  press: {{title: Release, lang: en, publisher: B}}
metrics:
  missions:
    value: 4812
    label: Intervenții
    unit: {{one: "{{n}} intervenție", few: "{{n}} intervenții", other: "{{n}} de intervenții"}}
    source: presa
    quote: "4.812 intervenții, iarna"
    confirmed_by: {{source: press, quote: "{second}"}}
    history:
      quote: "{earlier}"
      2023: 4510
      2024: 4655
  dogs: {{value: 84, label: Câini, unit: {{one: "{{n}} câine", few: "{{n}} câini", other: "{{n}} de câini"}}}}
---
{{{{ missions }}}} {{{{ dogs }}}}
"""
_SHEET_EN = """---
title: A
metrics:
  missions: {{label: Rescue missions, unit: {{one: "{{n}} mission", other: "{{n}} missions"}}, translation: "{text}"}}
  dogs: {{label: Dogs, unit: {{one: "{{n}} dog", other: "{{n}} dogs"}}}}
---
{{{{ missions }}}} {{{{ dogs }}}}
"""
_EARLIER = "În 2023 au fost 4.510 intervenții, iar în 2024 au fost 4.655 de intervenții"


@pytest.mark.parametrize(
    ("second", "earlier", "translated", "codes"),
    [
        ("4,812 missions", _EARLIER, "4,812 missions in winter", ""),
        ("out on 4,812 missions with 84 dogs", _EARLIER, "In winter, 4,812 missions", ""),
        ("rescuers went out 4,812 times", "4.510 în 2023 și 4.655 de intervenții în 2024", "4,812 missions", ""),
        ("4,812 missions", "de la 4.510 intervenții în 2023 la 4.655 în 2024", "winter: missions, 4,812", ""),
        ("4,812 missions", "În 2023 au fost 4.510, iar în 2024, 4.655 de intervenții", "many missions", ""),
        ("4,812 missions", "4.655 în 2024 și 4.510 în 2023", "4,812 missions", ""),
        ("4,812 missions", "În 2023: 4.510. În 2024: 4.655. Intervenții în total", "all 4,812 missions", ""),
        ("rescuers took 4,812 dogs", _EARLIER, "4,812 missions", "Q422"),
        ("4,812 missions a week", _EARLIER, "4,812 missions", "Q421"),
        ("4,812 missions", _EARLIER.replace("510 intervenții", "510 patrule"), "4,812 missions", "Q422"),
        ("4,812 missions", _EARLIER.replace("510 intervenții", "510 câini"), "4,812 missions", "Q422"),
        ("4,812 missions", _EARLIER.replace("4.510", "jumătate din 4.510"), "4,812 missions", "Q421"),
        ("4,812 missions", _EARLIER, "rescue with 4,812 dogs", "Q422"),
        ("4,812 missions", _EARLIER, "4,812 missions a month", "Q421"),
        ("4,812 missions", _EARLIER, "4,812 missions in summer", "P215"),
        ("4,812 missions", _EARLIER, "4,812 missions, not in winter", "P217"),
    ],
)
def test_every_passage_of_a_figure_says_it(
    tmp_path: Path, second: str, earlier: str, translated: str, codes: str
) -> None:
    """A second source, earlier values and a translated quote are held to the noun, the rate and the words too."""
    files = {
        "site.toml": SITE["site.toml"],
        RO: _SHEET.format(title="A", second=second, earlier=earlier),
        EN: _SHEET_EN.format(text=translated),
    }
    said = {one[:4] for one in found(tmp_path, files)}
    assert said & {"Q421", "Q422", "Q424", "P215", "P217"} == set(filter(None, [codes]))


@pytest.mark.parametrize(
    ("noun", "codes"),
    [("film filme filme", ["Q422"]), ("carte cărți cărți", []), ("caz cazuri cazuri", []), ("om oameni oameni", [])],
)
def test_the_unit_is_what_the_passage_counts(tmp_path: Path, noun: str, codes: list[str]) -> None:
    """A label and a passage that agree are not counted in another noun, but for one that counts anything."""
    one, few, other = noun.split()
    unit = f'{{one: "{{n}} {one}", few: "{{n}} {few}", other: "{{n}} de {other}"}}'
    metric = f'  m: {{value: 640, label: Cărți vândute, source: presa, unit: {unit}, quote: "640 de cărți"}}\n'
    files = {"site.toml": SITE["site.toml"], "content/ro/index.md": f"{METRICS}{metric}---\n{{{{ m }}}}\n"}
    assert [code[:4] for code in found(tmp_path, files) if code[0] == "Q"] == codes

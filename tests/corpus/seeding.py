"""Put the wrong figures of `seeds.toml` into a sound site in six languages, and tell which of them are found."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Problem, Severity
from tests.support import write_site

LANGUAGES: Final = ("ro", "en", "de", "fr", "ar", "ja")
_SIGNS: Final = {"ro": ",.", "en": ".,", "de": ",.", "fr": ",\u202f", "ar": ".,", "ja": ".,"}
_BLOCK: Final = re.compile(r"##|!?\[|<ol|\||\d+\. ")
_PARTS_OF_UNITS: Final = ("minus-word", "percent-word", "thousand", "hundred", "other-noun", "euro-word")
_FAMILIES: Final = frozenset("SNTM")

_VALUES: Final = {
    "arrests": "value: 1209",
    "victims": "value: 120000\n    bound: over",
    "recovered": "value: 97000000\n    currency: USD",
    "operations": "value: 4",
    "share": "kind: percent\n    value: 12.5",
    "line": "kind: quantity\n    measure: kilometer\n    value: 2450",
}
_LABELS: Final = {
    "ro": ("Arestări", "Victime", "Bani recuperați", "Operațiuni", "Ponderea", "Linia"),
    "en": ("Arrests", "Victims", "Money recovered", "Operations", "The share", "The line"),
    "de": ("Festnahmen", "Opfer", "Zurückgeholtes Geld", "Einsätze", "Der Anteil", "Die Strecke"),
    "fr": ("Arrestations", "Victimes", "Argent récupéré", "Opérations", "La part", "La ligne"),
    "ar": ("اعتقالات", "ضحايا", "أموال مستردة", "عمليات", "الحصة", "الخط"),
    "ja": ("逮捕", "被害者", "回収額", "作戦", "割合", "路線"),
}
_UNITS: Final = {
    "ro": (
        '{one: "{n} arestare", few: "{n} arestări", other: "{n} de arestări"}',
        '{one: "{n} victimă", few: "{n} victime", other: "{n} de victime"}',
    ),
    "en": ('{one: "{n} arrest", other: "{n} arrests"}', '{one: "{n} victim", other: "{n} victims"}'),
    "de": ('{one: "{n} Festnahme", other: "{n} Festnahmen"}', '{one: "{n} Opfer", other: "{n} Opfer"}'),
    "fr": (
        '{one: "{n} arrestation", many: "{n} d’arrestations", other: "{n} arrestations"}',
        '{one: "{n} victime", many: "{n} de victimes", other: "{n} victimes"}',
    ),
    "ar": (
        "{" + ", ".join(f'{one}: "{{n}} اعتقالات"' for one in ("zero", "one", "two", "few", "many", "other")) + "}",
        "{" + ", ".join(f'{one}: "{{n}} ضحية"' for one in ("zero", "one", "two", "few", "many", "other")) + "}",
    ),
    "ja": ('{other: "{n}件の逮捕"}', '{other: "{n}人の被害者"}'),
}


@dataclass(frozen=True, slots=True)
class Seed:
    """One wrong figure: its kind, the language it stands in, and the Markdown of its block."""

    kind: str
    tag: str
    text: str
    is_unit: bool = False
    """Whether it is the phrase of a unit, not a block of the body."""
    carrier: int = 0
    """Which of the sentences of the language it stands in."""

    @property
    def must(self) -> bool:
        """Whether it changes a digit, sign, currency, unit, bound or scale."""
        return self.kind in table()["must"] or (self.is_unit and self.kind != "unit-other-noun")


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The table of seeds as it is written."""
    return tomllib.loads((Path(__file__).parent / "seeds.toml").read_text("utf-8"))


def seeds(tag: str) -> Iterator[Seed]:
    """All seeds of one language, those of its own words last."""
    own = table()[tag]
    decimal, group = _SIGNS[tag][0], _SIGNS[tag][1]
    for kind, written in {**table()["any"], **own}.items():
        if kind in {"noun", "carriers"}:
            continue
        text = written.replace("NOUN", own["noun"]).replace("DECIMAL", decimal).replace("GROUP", group)
        for number, carrier in enumerate(own["carriers"]):
            yield Seed(kind, tag, text if _BLOCK.match(text) else carrier.format(text), carrier=number)
    for kind in _PARTS_OF_UNITS:
        phrase = re.sub(r"\{\{ [a-z.]+ \}\}", "{n}", own[kind])
        yield Seed(f"unit-{kind}", tag, phrase, is_unit=True)


def missed(root: Path, tag: str) -> list[Seed]:
    """The seeds of a language that `check` does not tell of, with an error or a warning at their lines.

    All blocks stand in one sheet, each a paragraph of its own, and each phrase of a unit in one of its own.
    """
    every = sorted(seeds(tag), key=lambda seed: seed.carrier)
    sheets = {"index": sheet_of(tag)}
    places: dict[int, tuple[str, range]] = {}
    for number, seed in enumerate(every):
        path = f"unit{number}" if seed.is_unit else "index"
        text = _with_unit(tag, seed) if seed.is_unit else f"{sheets[path]}\n{seed.text}\n"
        first = 1 if seed.is_unit else sheets[path].count("\n") + 2
        sheets[path] = text
        places[number] = (path, range(first, text.count("\n") + 1))
    told = _told(write_site(root, _site(tag, sheets)), tag)
    return [seed for number, seed in enumerate(every) if not _is_at(told, *places[number])]


def _is_at(told: AbstractSet[tuple[str, int]], path: str, lines: range) -> bool:
    return any((path, line) in told for line in lines)


def sound(root: Path, tag: str) -> set[tuple[str, int]]:
    """The lines of the site without any seed of which `check` tells."""
    return _told(write_site(root / "sound", _site(tag, {"index": sheet_of(tag)})), tag)


def alarmed(root: Path, tag: str) -> list[str]:
    """The right sentences of a language, each a paragraph of one sheet, of which `check` tells something."""
    sheet = sheet_of(tag)
    texts = tomllib.loads((Path(__file__).parent / "right.toml").read_text("utf-8"))[tag]
    first = sheet.count("\n") + 2
    told = _told(write_site(root, _site(tag, {"index": sheet + "".join(f"\n{text}\n" for text in texts)})), tag)
    return [text for number, text in enumerate(texts) if ("index", first + 2 * number) in told]


def _told(root: Path, tag: str) -> set[tuple[str, int]]:
    """Where `check` finds something in the sheets of a language: the path of the sheet, and the line."""
    folder = f"content/{tag}/"
    return {
        (one.place.path.removeprefix(folder).removesuffix(".md"), one.place.line)
        for one in check(root, Options(today=date(2025, 11, 23))).problems
        if one.place.path.startswith(folder) and _counts(one)
    }


def _counts(problem: Problem) -> bool:
    return problem.severity is not Severity.NOTICE and problem.code[0] in _FAMILIES and problem.code[:2] != "T6"


def _with_unit(tag: str, seed: Seed) -> str:
    metric = "recovered" if "euro" in seed.kind else "arrests"
    quoted = seed.text.replace('"', "'")
    own = _UNITS[tag][0]
    unit = re.sub(r'"[^"]*"', f'"{quoted}"', own)
    if metric == "arrests":
        return sheet_of(tag).replace(own, unit, 1)
    label = f"label: {_LABELS[tag][2]}"
    return sheet_of(tag).replace(label, f"{label}\n    unit: {unit}", 1)


def sheet_of(tag: str) -> str:
    """The sound sheet of a language: its metrics, and one block that mentions them all."""
    parts = ["---", f"title: {_LABELS[tag][0]}", "metrics:"]
    for (metric, value), label in zip(_VALUES.items(), _LABELS[tag], strict=True):
        parts += [f"  {metric}:", f"    label: {label}"]
        if tag == "ro":
            parts.append(f"    {value}")
        if metric in {"arrests", "victims"}:
            parts.append(f"    unit: {_UNITS[tag][metric == 'victims']}")
    references = "; ".join(f"{{{{ {metric} }}}}" for metric in _VALUES)
    return "\n".join((*parts, "---", f"{references}.", ""))


def _site(tag: str, sheets: Mapping[str, str]) -> dict[str, str | bytes]:
    return {
        "site.toml": 'reference = "ro"\ntitle = "Exemplu"\nbase_url = "https://facts.example/"\n',
        "static/plan.png": b"\x89PNG\r\n\x1a\n",
        **{f"content/ro/{path}.md": sheet_of("ro") for path in sheets},
        **{f"content/{tag}/{path}.md": text for path, text in sheets.items()},
    }

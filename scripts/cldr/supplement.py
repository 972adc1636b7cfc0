"""Write factsheet/l10n/data/supplement.json: the CLDR facts about numbers that Babel does not carry.

Usage: supplement.py FOLDER, where FOLDER holds the unpacked npm packages, one folder each, named as
`PACKAGES` says (README.md beside this file tells how to get them). The result depends on nothing else.

Numbers, money, dates and plural ranges come from the CLDR release that Babel carries. Quotation marks are in
the package cldr-misc-full, which was not published for that release; they are taken from the release before
it. `checked_against` counts the locales whose marks the release after it has changed.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from babel import Locale, localedata
from babel.core import get_cldr_version

RELEASE: Final = "47"
PACKAGES: Final = {
    "numbers": "cldr-numbers-full-47.0.0",
    "core": "cldr-core-47.0.0",
    "dates": "cldr-dates-full-47.0.0",
    "misc": "cldr-misc-full-46.1.0",
    "misc-after": "cldr-misc-full-48.0.0",
}
TARGET: Final = Path(__file__).parents[2] / "factsheet/l10n/data/supplement.json"
SIGNS: Final = {
    "decimal": "decimal",
    "group": "group",
    "minus": "minusSign",
    "plus": "plusSign",
    "percent": "percentSign",
}
RANGES: Final = ("yMMMMd", "yMMMd", "yMd", "yMMMM", "yMMM", "y")
RANGE_FIELDS: Final = ("y", "M", "d")
ROOT: Final = "root"

Facts = dict[str, Any]


class Packages:
    """The unpacked npm packages."""

    def __init__(self, folder: Path) -> None:
        """Remember where they lie."""
        self.folder = folder

    def main(self, package: str, tag: str, file: str) -> Facts:
        """Read one file about one locale; empty where the package lacks the locale."""
        path = self.folder / PACKAGES[package] / "main" / tag / f"{file}.json"
        if not path.exists():
            return {}
        found: Facts = next(iter(json.loads(path.read_text("utf-8"))["main"].values()))
        return found

    def supplemental(self, file: str) -> Facts:
        """Read one file of cldr-core's supplemental data."""
        path = self.folder / PACKAGES["core"] / "supplemental" / f"{file}.json"
        found: Facts = json.loads(path.read_text("utf-8"))["supplemental"]
        return found

    def tags(self) -> list[str]:
        """List the locales of the numbers package, "und" (the root) left out."""
        folder = self.folder / PACKAGES["numbers"] / "main"
        return sorted(path.name for path in folder.iterdir() if path.name != "und")


def parent(name: str, exceptions: Mapping[str, str]) -> str:
    """Give the locale that `name` inherits from: an exception, or its identifier cut by one part."""
    return exceptions.get(name) or (name.rpartition("_")[0] or ROOT)


def parents(packages: Packages) -> dict[str, str]:
    """Give the locales that inherit from another than the one their identifier suggests."""
    listed = packages.supplemental("parentLocales")["parentLocales"]["parentLocale"]
    found = {child.replace("-", "_"): above.replace("-", "_").replace("und", ROOT) for child, above in listed.items()}
    return {name: above for name, above in sorted(found.items()) if name in localedata.locale_identifiers()}


@cache
def babel(name: str) -> Mapping[str, Any]:
    """Give what Babel knows of a locale."""
    found: Mapping[str, Any] = Locale.parse(name)._data  # noqa: SLF001 (this script compares Babel's data)
    return found


def plain_compact(table: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Turn keys such as `1000-count-one` into category and power of ten; forms with -alt- are left out."""
    rows: dict[str, dict[str, str]] = {}
    for key, pattern in table.items():
        number, _, category = key.partition("-count-")
        if category and "-alt-" not in category and set(number) <= set("01"):
            rows.setdefault(category, {})[str(len(number) - 1)] = pattern
    return rows


def babel_compact(name: str, kind: str, width: str) -> dict[str, dict[str, str]]:
    """Give Babel's compact table in the same form."""
    table = babel(name)[f"compact_{kind}_formats"].get(width, {})
    return {
        category: {str(len(power) - 1): entry.pattern for power, entry in row.items()}
        for category, row in table.items()
    }


def systems(numbers: Facts) -> Iterator[str]:
    """Give the numbering systems with patterns of their own: Latin, the default and the native one."""
    wanted = {"latn", numbers["defaultNumberingSystem"], *numbers.get("otherNumberingSystems", {}).values()}
    yield from sorted(name for name in wanted if f"decimalFormats-numberSystem-{name}" in numbers)


def number_facts(name: str, numbers: Facts, system: str) -> Facts:
    """Give signs and patterns of one numbering system that differ from what Babel has for it."""
    decimal, percent, currency, signs, misc = (
        numbers[f"{part}-numberSystem-{system}"]
        for part in ("decimalFormats", "percentFormats", "currencyFormats", "symbols", "miscPatterns")
    )
    data = babel(name)
    known = {**data["number_symbols"]["latn"], **data["number_symbols"].get(system, {})}
    compact = {
        "decimal-long": plain_compact(decimal["long"]["decimalFormat"]),
        "decimal-short": plain_compact(decimal["short"]["decimalFormat"]),
        "currency-short": plain_compact(currency.get("short", {}).get("standard", {})),
    }
    glue = {key.rpartition("-")[2]: text for key, text in currency.items() if key.startswith("unitPattern-count-")}
    pairs = {
        "decimal-pattern": (decimal["standard"], data["decimal_formats"][None].pattern),
        "percent-pattern": (percent["standard"], data["percent_formats"][None].pattern),
        "currency-pattern": (currency["standard"], data["currency_formats"]["standard"].pattern),
        "range": (misc["range"], "{0}–{1}"),
        "glue": (glue, dict(data["currency_unit_patterns"])),
    }
    pairs |= {sign: (signs[key], known[key]) for sign, key in SIGNS.items()}
    pairs |= {f"currency-{part}": (signs.get(f"currency{part.title()}"), None) for part in ("decimal", "group")}
    pairs |= {key: (table, babel_compact(name, *key.split("-"))) for key, table in compact.items()}
    return {key: new for key, (new, old) in pairs.items() if new != old and not _shorter(key, new, name)}


def _shorter(key: str, table: object, name: str) -> bool:
    """Tell whether a long table is only the short one, to which the engine falls back by itself."""
    return (
        key == "decimal-long"
        and not babel_compact(name, "decimal", "long")
        and table == babel_compact(name, "decimal", "short")
    )


def root_narrow(packages: Packages) -> dict[str, str]:
    """Give the narrow signs that hold wherever a locale says nothing else."""
    currencies = packages.main("numbers", "und", "currencies")["numbers"]["currencies"]
    return {
        code: facts["symbol-alt-narrow"] for code, facts in sorted(currencies.items()) if "symbol-alt-narrow" in facts
    }


def money(packages: Packages, tag: str, name: str) -> Facts:
    """Give the signs that differ from Babel's, and the narrow ones that differ from the root's."""
    currencies = packages.main("numbers", tag, "currencies").get("numbers", {}).get("currencies", {})
    known, everywhere = babel(name)["currency_symbols"], root_narrow(packages)
    found: Facts = {}
    for code, facts in sorted(currencies.items()):
        symbol = facts.get("symbol", code)
        if symbol != known.get(code, code):
            found.setdefault("symbols", {})[code] = symbol
        narrow = facts.get("symbol-alt-narrow", symbol)
        if narrow != everywhere.get(code, symbol):
            found.setdefault("narrow", {})[code] = narrow
    return found


def words(packages: Packages, package: str, tag: str) -> Facts:
    """Give the quotation marks of a locale."""
    marks = packages.main(package, tag, "delimiters").get("delimiters", {})
    keys = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")
    return {"quotes": [marks[key] for key in keys]} if marks else {}


def locale_facts(packages: Packages, tag: str) -> Facts:
    """Give all facts about one locale, those it inherits included."""
    name = tag.replace("-", "_")
    numbers = packages.main("numbers", tag, "numbers")["numbers"]
    facts: Facts = {"minimum": int(numbers["minimumGroupingDigits"]), **words(packages, "misc", tag)}
    facts |= money(packages, tag, name) | intervals(packages, tag, name)
    for system in systems(numbers):
        facts[system] = number_facts(name, numbers, system)
    return facts


def without_inherited(name: str, table: Mapping[str, Facts], exceptions: Mapping[str, str]) -> Facts:
    """Drop from a locale what its nearest listed ancestor says too."""
    above = parent(name, exceptions)
    while above != ROOT and above not in table:
        above = parent(above, exceptions)
    inherited = table.get(above, {"minimum": 1})
    own = table[name]
    kept = {key: own[key] for key in own if own[key] != inherited.get(key, {})}
    # A fact the ancestor states and this locale does not: say that there is nothing.
    return kept | {key: {} for key in inherited if key not in own and key not in ("minimum", "quotes")}


def digits(packages: Packages) -> dict[str, str]:
    """Give the ten digits of every decimal numbering system."""
    listed = packages.supplemental("numberingSystems")["numberingSystems"]
    return {name: facts["_digits"] for name, facts in sorted(listed.items()) if facts["_type"] == "numeric"}


def plural_ranges(packages: Packages) -> dict[str, dict[str, str]]:
    """Give, by locale, the category of a range from those of its ends ("one few"); the rest is other."""
    found = {}
    for tag, rules in sorted(packages.supplemental("pluralRanges")["plurals"].items()):
        pairs = {key.removeprefix("pluralRange-start-").replace("-end-", " "): rules[key] for key in sorted(rules)}
        found[tag.replace("-", "_")] = {pair: category for pair, category in pairs.items() if category != "other"}
    return found


def halves(pattern: str) -> tuple[str, str]:
    """Split the pattern of a range before the first field that it repeats."""
    seen: set[str] = set()
    quoted = False
    for place, char in enumerate(pattern):
        if char == "'":
            quoted = not quoted
        elif char.isalpha() and char.isascii() and not quoted and pattern[place - 1 : place] != char:
            if char in seen:
                return pattern[:place], pattern[place:]
            seen.add(char)
    return pattern, ""


def spelled(pattern: str) -> list[tuple[bool, str]]:
    """Give the pattern as characters with whether each is a field, however quoted."""
    found: list[tuple[bool, str]] = []
    for place, part in enumerate(re.split(r"'((?:[^']|'')*)'", pattern)):
        quoted = place % 2 == 1
        text = (part.replace("''", "'") or "'") if quoted else part
        found += [(not quoted and char.isascii() and char.isalpha(), char) for char in text]
    return found


def intervals(packages: Packages, tag: str, name: str) -> Facts:
    """Give the patterns for ranges of dates that Babel has otherwise, by skeleton and largest difference."""
    calendars = packages.main("dates", tag, "ca-gregorian").get("dates", {}).get("calendars", {})
    listed = calendars.get("gregorian", {}).get("dateTimeFormats", {}).get("intervalFormats", {})
    known = babel(name)["interval_formats"]
    found: Facts = {}
    for skeleton in RANGES:
        for field, pattern in listed.get(skeleton, {}).items():
            if field in RANGE_FIELDS and spelled(pattern) != spelled("".join(known.get(skeleton, {}).get(field, ()))):
                found.setdefault(skeleton, {})[field] = list(halves(pattern))
    return {"intervals": found} if found else {}


def main(folder: str) -> None:
    """Write the file."""
    if get_cldr_version() != RELEASE:
        raise SystemExit(f"Babel carries CLDR {get_cldr_version()}, this script reads {RELEASE}")
    packages = Packages(Path(folder))
    known = set(localedata.locale_identifiers())
    tags = [tag for tag in packages.tags() if tag.replace("-", "_") in known]
    exceptions = parents(packages)
    table = {tag.replace("-", "_"): locale_facts(packages, tag) for tag in tags}
    slim = {name: without_inherited(name, table, exceptions) for name in table}
    changed = [tag for tag in tags if words(packages, "misc", tag) != words(packages, "misc-after", tag)]
    result = {
        "cldr": RELEASE,
        "packages": PACKAGES,
        "checked_against": {"quotes and index": f"{len(changed)} of {len(tags)} locales change in the next release"},
        "digits": digits(packages),
        "parents": exceptions,
        "plural_ranges": plural_ranges(packages),
        "narrow": root_narrow(packages),
        "locales": {name: facts for name, facts in slim.items() if facts},
    }
    TARGET.write_text(_text(result), "utf-8")


def _text(result: Facts) -> str:
    """Write one locale a line, so that a change of release reads well as a difference."""
    lines = [f"{json.dumps(key)}: {json.dumps(result[key], ensure_ascii=False)}" for key in result if key != "locales"]
    rows = [
        f"{json.dumps(name)}: {json.dumps(facts, ensure_ascii=False)}"
        for name, facts in sorted(result["locales"].items())
    ]
    return "{\n" + ",\n".join(lines) + ',\n"locales": {\n' + ",\n".join(rows) + "\n}}\n"


if __name__ == "__main__":
    main(*sys.argv[1:])

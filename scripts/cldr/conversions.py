"""Write factsheet/l10n/data/conversions.json: what each unit of CLDR measures, and how large it is.

Usage: conversions.py FOLDER, where FOLDER holds the unpacked npm package `cldr-core` (README.md beside this file tells
how to get it). Units are taken apart as UTS #35 says (part 6, unit conversion), down to the base units of CLDR.

Each unit that is an exact multiple of base units has a row: these with their powers, and how many of them it is, as a
fraction. Units with another zero (degrees Celsius) or on a scale of their own (Beaufort), and those that CLDR converts
by an approximation or by way of pi, have none.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from factsheet.l10n import cldr

PACKAGE: Final = "cldr-core-47.0.0"
TARGET: Final = Path(__file__).parents[2] / "factsheet/l10n/data/conversions.json"
POWERS: Final = {"square-": 2, "cubic-": 3, "pow4-": 4}

Size = tuple[Counter[str], Fraction]
"""The base units of a unit, each with its power, and how many of them it is."""


class NotExact(Exception):
    """A unit that is no exact multiple of base units."""


class Units:
    """The table of CLDR by which units are converted."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Keep the prefixes, the constants and the rules."""
        self._prefixes = table["unitPrefixes"]
        self._constants = table["unitConstants"]
        self._rules = table["convertUnits"]

    def size(self, unit: str) -> Size:
        """Give the size of a unit such as "kilometer-per-hour"; raises NotExact."""
        bases: Counter[str] = Counter()
        factor = Fraction(1)
        numerator, _, denominator = unit.removeprefix("per-").partition("-per-")
        parts = (("", numerator), ("per", denominator)) if not unit.startswith("per-") else (("per", numerator),)
        for side, text in parts:
            for power, name in self._components(text):
                sign = -power if side else power
                own, many = self._component(name)
                factor *= many**sign
                for base, degree in own.items():
                    bases[base] += degree * sign
        return Counter({base: degree for base, degree in bases.items() if degree}), factor

    def _components(self, text: str) -> Iterator[tuple[int, str]]:
        """Give the parts of a product, each with its power; the longest name that is known goes first."""
        while text:
            power = next((degree for word, degree in POWERS.items() if text.startswith(word)), 1)
            rest = next((text.removeprefix(word) for word in POWERS if text.startswith(word)), text)
            words = rest.split("-")
            name = next(
                ("-".join(words[:count]) for count in range(len(words), 0, -1) if self._knows("-".join(words[:count]))),
                None,
            )
            if name is None:
                raise NotExact(text)
            yield power, name
            text = rest.removeprefix(name).removeprefix("-")

    def _knows(self, name: str) -> bool:
        return name.isdigit() or name in self._rules or self._parted(name) is not None

    def _parted(self, name: str) -> tuple[Fraction, str] | None:
        """Take the prefix off a unit that takes one."""
        for prefix, facts in self._prefixes.items():
            base = name.removeprefix(prefix)
            if base != name and "prefixable" in self._rules.get(base, {}).get("_systems", ()):
                ten, two = facts.get("_power10"), facts.get("_power2")
                return Fraction(10) ** int(ten) if ten else Fraction(2) ** int(two), base
        return None

    def _component(self, name: str) -> Size:
        if name.isdigit():
            return Counter(), Fraction(int(name))
        if name not in self._rules:
            factor, base = self._parted(name) or (Fraction(1), name)
            bases, many = self._component(base)
            return bases, many * factor
        rule = self._rules[name]
        if {"_offset", "_special"} & rule.keys():
            raise NotExact(name)
        factor = self._expression(rule.get("_factor", "1"))
        if rule["_baseUnit"] == name:
            return Counter({name: 1}), factor
        bases, many = self.size(rule["_baseUnit"])
        return bases, many * factor

    def _expression(self, text: str) -> Fraction:
        """Work out a product and quotient of numbers and constants."""
        value, is_quotient = Fraction(1), False
        for term in re.findall(r"[*/]|[^\s*/]+", text):
            if term in "*/":
                is_quotient |= term == "/"  # all that stands behind a slash is divided by
                continue
            number = self._number(term)
            value = value / number if is_quotient else value * number
        return value

    def _number(self, term: str) -> Fraction:
        constant = self._constants.get(term)
        if constant is None:
            return Fraction(term)
        if constant.get("_status") == "approximate":
            raise NotExact(term)
        return self._expression(constant["_value"])


def table(units: Units) -> dict[str, list[str]]:
    """Give the rows of all units that the engine knows, by their id."""
    found = {}
    for unit in sorted(cldr.unit_ids()):
        try:
            bases, factor = units.size(unit.partition("-")[2])
        except NotExact:
            continue
        found[unit] = [" ".join(f"{base}{degree}" for base, degree in sorted(bases.items())), str(factor)]
    return found


def main() -> None:
    """Write the file."""
    path = Path(sys.argv[1]) / PACKAGE / "supplemental/units.json"
    data = json.loads(path.read_text("utf-8"))["supplemental"]
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in table(Units(data)).items())
    release = data["version"]["_cldrVersion"]
    TARGET.write_text(f'{{"cldr": {json.dumps(release)}, "units": {{\n{rows}\n}}}}\n', "utf-8")


if __name__ == "__main__":
    main()

"""The CLDR facts that Babel does not carry, from the files in data (made by the scripts in scripts/cldr).

A locale inherits what it does not say itself from its parent, as CLDR defines it; the root says nothing.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, cast

_ROOT: Final = "root"
_DATA: Final = Path(__file__).with_name("data")


@lru_cache(maxsize=8)
def _read(name: str = "supplement.json") -> Any:  # noqa: ANN401 (what the file holds)
    text = (_DATA / name).read_text("utf-8")
    return json.loads(text) if name.endswith(".json") else tomllib.loads(text)


def spelled(name: str) -> Mapping[str, Any] | None:
    """Give the words for 0 to 100 that a locale has of its own, joined by bars, and what differs by gender."""
    own: Mapping[str, Mapping[str, Any]] = _read("spellout.json")["languages"]
    return own.get(name)


def stretches(language: str) -> Mapping[str, Any]:
    """Give what a language calls half-years, decades and quarters, beside what CLDR says; see the file."""
    own: Mapping[str, Any] = _read("stretches.toml").get(language, {})
    return own


def unit_names(name: str, unit: str) -> Mapping[str, Mapping[str, str]]:
    """Give what a language calls a unit beside CLDR's name: each name with its phrases by plural category."""
    own: Mapping[str, Mapping[str, Mapping[str, str]]] = _read("unit_names.toml").get(name.partition("_")[0], {})
    return own.get(unit, {})


@lru_cache(maxsize=1)
def conversions() -> Mapping[str, tuple[str, str]]:
    """Give what each unit is made of, as base units with their powers, and how many of them it is, as a fraction."""
    return cast("Mapping[str, tuple[str, str]]", _read("conversions.json")["units"])


def release() -> str:
    """Give the CLDR release of the data."""
    return str(_read()["cldr"])


def digits() -> Mapping[str, str]:
    """Give the ten digits of every decimal numbering system, by its name."""
    return cast("Mapping[str, str]", _read()["digits"])


def ancestry(name: str) -> Iterator[str]:
    """Give a locale's identifier and those it inherits from, the root left out."""
    while name and name != _ROOT:
        yield name
        name = _read()["parents"].get(name) or name.rpartition("_")[0]


@lru_cache(maxsize=1024)
def fact(name: str, key: str) -> Any:  # noqa: ANN401 (a leaf of JSON)
    """Give what a locale, or the nearest it inherits from, says under `key`; None where none does."""
    rows = _read()["locales"]
    return next((rows[one][key] for one in ancestry(name) if key in rows.get(one, {})), None)


def numbers(name: str, system: str) -> Mapping[str, Any]:
    """Give the signs and patterns of a numbering system that Babel has otherwise or not at all."""
    return fact(name, system) or {}


def narrow(name: str, code: str) -> str | None:
    """Give the narrow sign of a currency where it is not its usual one."""
    own = fact(name, "narrow") or {}
    found = own.get(code) or _read()["narrow"].get(code)
    return None if found is None else str(found)


def plural_range(name: str, low: str, high: str) -> str:
    """Give the plural category of a range from those of its ends; "other" where CLDR lists none."""
    table = _read()["plural_ranges"]
    names = (*ancestry(name), name.partition("_")[0])
    rules: Mapping[str, str] = next((table[one] for one in names if one in table), {})
    return str(rules.get(f"{low} {high}", "other"))


def alphabet(name: str) -> str:
    """Give a language's letters in its order ("a,b,c,ch,d"; accents apart by a space), or nothing.

    Nothing stands for the order of the Latin alphabet, in which accents do not count.
    """
    alphabets: Mapping[str, str] = _read("alphabets.json")["alphabets"]
    return next((alphabets[one] for one in ancestry(name) if one in alphabets), "")

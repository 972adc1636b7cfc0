"""Write factsheet/l10n/data/spellout.json: the numbers from 0 to 100 in words, in each gender a language has.

Usage: spellout.py, in an environment with PyICU whose ICU carries the release of CLDR named below (README.md beside
this file tells how to get it). The rules are CLDR's rule-based number formats (UTS #35, part 3), which Babel lacks;
they are published for no release of their own, and change rarely.

Each language has a list of words, and under `genders` what differs from it. A locale that says the same as its parent
is left out, and so is one whose rules write digits.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import icu  # type: ignore[import-not-found,unused-ignore]

RELEASE: Final = "48.2"
LAST: Final = 100
SUPPLEMENT: Final = Path(__file__).parents[2] / "factsheet/l10n/data/supplement.json"
TARGET: Final = Path(__file__).parents[2] / "factsheet/l10n/data/spellout.json"

RULES: Final[Mapping[str, str]] = {
    "%spellout-cardinal": "",
    "%spellout-cardinal-native-attributive": "",
    "%spellout-cardinal-masculine": "masculine",
    "%spellout-cardinal-feminine": "feminine",
    "%spellout-cardinal-neuter": "neuter",
    "%spellout-cardinal-common": "common",
    "%spellout-cardinal-reale": "common",
    "%spellout-cardinal-masculine-personal": "personal",
}
"""The rules of numbers that count, by the gender of what is counted; those of grammatical cases are left out."""

BEFORE_NOUNS: Final[Mapping[str, Mapping[str, Mapping[int, str]]]] = {
    "ro": {"masculine": {1: "un"}, "feminine": {1: "o"}, "neuter": {1: "un"}},
    "it": {"masculine": {1: "un"}},
    "hu": {"": {2: "két"}},
}
"""What stands before a noun where CLDR has only the word that stands alone."""

SHORTENED: Final[Mapping[str, tuple[str, str]]] = {"hu": ("kettő", "két")}
"""The ending of compounds before a noun, likewise: tizenkettő, "tizenkét ember"."""


def words(name: str) -> dict[str, list[str]]:
    """Give the words of a locale by gender; a gender that a language does not tell apart is the empty one."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(name))
    known = {rules.getRuleSetName(number) for number in range(rules.getNumberOfRuleSetNames())}
    language = name.partition("_")[0]
    found: dict[str, list[str]] = {}
    for rule, gender in RULES.items():
        if rule in known:
            rules.setDefaultRuleSet(rule)
            found[gender] = [_visible(rules.format(number)) for number in range(LAST + 1)]
            for number, word in BEFORE_NOUNS.get(language, {}).get(gender, {}).items():
                found[gender][number] = word
    alone, attached = SHORTENED.get(language, ("\0", ""))
    return {
        gender: [one.removesuffix(alone) + attached if one.endswith(alone) else one for one in every]
        for gender, every in found.items()
    }


def _visible(word: str) -> str:
    """Take out soft hyphens and spaces of no width."""
    return word.replace("\u00ad", "").replace("\u200b", "")


def table() -> dict[str, dict[str, object]]:
    """Give the words of every language that has rules."""
    above = json.loads(SUPPLEMENT.read_text("utf-8"))["parents"]
    every = {name: words(name) for name in icu.RuleBasedNumberFormat.getAvailableLocales()}
    own = {name: one for name, one in every.items() if one and not _has_digits(one)}
    return {name: _compact(one) for name, one in sorted(own.items()) if one != _inherited(name, own, above)}


def _has_digits(spelled: dict[str, list[str]]) -> bool:
    """Tell whether the rules only write digits, as those do that a language without words inherits."""
    return any(letter.isdigit() for every in spelled.values() for letter in every[LAST])


def _inherited(
    name: str, made: Mapping[str, dict[str, list[str]]], above: Mapping[str, str]
) -> dict[str, list[str]] | None:
    """Give what the nearest locale says that a locale inherits from."""
    while name := above.get(name) or name.rpartition("_")[0]:
        if name in made:
            return made[name]
    return None


def _compact(spelled: dict[str, list[str]]) -> dict[str, object]:
    first = next(iter(spelled))
    others = {
        gender: {number: word for number, word in enumerate(every) if word != spelled[first][number]}
        for gender, every in spelled.items()
    }
    if len(spelled) == 1:
        return {"words": "|".join(spelled[first])}
    return {"words": "|".join(spelled[first]), "genders": others}


def main() -> None:
    """Write the file."""
    if icu.ICU_VERSION.partition(".")[0] != "78":
        raise SystemExit(f"ICU {icu.ICU_VERSION} carries another release of CLDR than {RELEASE}")
    icu.Locale.setDefault(icu.Locale("root"))
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in table().items())
    TARGET.write_text(f'{{"cldr": "{RELEASE}", "languages": {{\n{rows}\n}}}}\n', "utf-8")


if __name__ == "__main__":
    main()

"""What a value is of: the `unit`, the noun that is counted in each plural form, the `currency`, or words beside it."""

from typing import NamedTuple

from factsheet.content.frontmatter import Fields, Mapping, Scalar
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.suggest import nearest
from factsheet.l10n import cldr, numbers

_HOLDER = regex(r"\{+ ?[\w.]* ?\}+|%(?:\(\w+\))?[dins]|\$\{?n\}?|#|(?<!\w)[nN](?!\w)")
"""What stands for a number in the phrases of other programs, or was mistyped."""

_LONGEST_AMOUNT = 60
"""How much of a value that is no number is read, in characters."""

_TWO = "two"
_CODE = 3
"""How many letters the code of a currency has."""

MAX_PHRASE = 1_000
"""The longest phrase of a unit, in characters: it is shown with every mention of its figure."""


def _with_number(phrase: str) -> str:
    """The phrase with `{n}` in the place of what was meant as it, or at its beginning."""
    better = _HOLDER.sub("{n}", phrase, count=1)
    rest = _HOLDER.sub("", phrase).strip()
    return better if better.count("{n}") == 1 and better != phrase else f"{{n}} {rest}"


class Unit(NamedTuple):
    """The phrases by plural category, where they stand, and how two of them are said in words."""

    phrases: dict[str, str] | None
    places: dict[str, Place]
    two: str | None = None
    """"două operațiuni": it tells the gender of the noun."""


def read_unit(entry: Fields) -> Unit:
    """Read the phrases by plural category, each of which must hold `{n}` once; that for two may be in words."""
    node = entry.node("unit")
    if node is None:
        return Unit(None, {})
    if not isinstance(node, Mapping):
        entry.report("N122", node.place, metric=entry.within)
        return Unit(None, {})
    two = None
    phrases: dict[str, str] = {}
    places: dict[str, Place] = {}
    for category, phrase in node.entries:
        places[f"unit.{category.text}"] = category.place
        if not isinstance(phrase, Scalar):
            entry.wrong(f"unit.{category.text[:40]}", "a text", phrase.place)
        elif len(phrase.text) > MAX_PHRASE:
            limit = f"{MAX_PHRASE} characters"
            entry.report("F012", phrase.place, what=f"unit.{category.text[:40]}", limit=limit)
        elif category.text == _TWO and _is_in_words(phrase.text):
            two = phrase.text.strip(" \t\r\n")
        elif phrase.text.count("{n}") != 1 or "{{" in phrase.text:
            better = f'"{_with_number(phrase.text[:80])}"'
            said = {"metric": entry.within, "category": category.text[:40], "phrase": phrase.text[:80]}
            entry.report("N108", phrase.place, **said, better=better)
        else:
            phrases[category.text] = phrase.text.strip(" \t\r\n")
    return Unit(phrases, places, two)


def _is_in_words(phrase: str) -> bool:
    """Whether a phrase has neither a number nor anything that was meant as its place."""
    return " " in phrase.strip() and not _HOLDER.search(phrase) and not any(map(str.isdigit, phrase))


def read_currency(entry: Fields) -> str | None:
    """The code of the currency; where it was missed by little, the one that was meant, so that all else is judged."""
    scalar = entry.scalar("currency", "a currency code")
    if scalar is None or numbers.is_currency(scalar.text):
        return scalar.text if scalar else None
    upper = scalar.text.upper()
    near = upper if numbers.is_currency(upper) else _currency_meant(scalar.text)
    entry.report("N104", scalar.place, metric=entry.within, currency=scalar.text[:20], near=near)
    return near


def amount_meant(scalar: Scalar) -> dict[str, str]:
    """The keys by which a value with words is declared, and a noun for `unit`, as fields of a message.

    Nothing where the text does not say one number in the language of the sheet.
    """
    from factsheet.content.kinds.quotes import numerals
    from factsheet.l10n.reading.synonyms import unit_meant

    try:
        read = numerals(cldr.locale(scalar.language), scalar.text[:_LONGEST_AMOUNT])
    except cldr.UnknownLocale:
        return {}
    if len(read) != 1:
        return {}
    (one,) = read
    words = scalar.text[one.end :].strip(" \t\u00a0\u202f")
    measure = unit_meant(words, scalar.language) if words else None
    keys = {"value": f"{one.value:f}", "kind": "percent" if one.percent else "", "currency": one.currency or ""}
    keys |= {"bound": one.bound or "", "per" if words.startswith("/") else "measure": measure or ""}
    better = ", ".join(f"`{key}: {value}`" for key, value in keys.items() if value)
    return {
        "variant": "noun" if any(map(str.isalpha, words)) and not measure else "read",
        "better": better,
        "noun": words[:40],
    }


def _currency_meant(name: str) -> str | None:
    """The code of a currency by its name, as in `lei`, or a code that is written almost so."""
    from factsheet.l10n.reading.synonyms import currency_meant

    if len(name) == _CODE:  # of three letters each code is one letter away from another
        return currency_meant(name)
    return currency_meant(name) or nearest(name.upper()[:20], cldr.currency_codes())

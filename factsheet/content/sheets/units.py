"""The `unit` of a figure: a phrase for each plural form of the language, and the one that was most likely meant."""

from collections import abc
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal

from factsheet.content.frontmatter import Fields, Mapping, Node, Scalar
from factsheet.content.frontmatter.slips import quoted
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.records import NamedTuple
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale

_HOLDER = regex(r"\{+ ?[\w.]* ?\}+|%(?:\(\w+\))?[dins]|\$\{?n\}?|#|(?<!\w)[nN](?!\w)|^\d(?:[\d., ]*\d)?(?= )")
"""What stands for a number in the phrases of other programs, or was mistyped, or is a number."""

_TWO = "two"
_MOST_DIGITS = 2
"""How many digits a form may have that is named by a number, as `20`."""

MAX_PHRASE = 1_000
"""The longest phrase of a unit, in characters: it is shown with every mention of its figure."""


def _with_number(phrase: str) -> str:
    """The phrase with `{n}` in the place of what was meant as it, or at its beginning."""
    better = _HOLDER.sub("{n}", phrase, count=1)
    rest = _HOLDER.sub("", phrase).strip()
    return better if better.count("{n}") == 1 and better != phrase else f"{{n}} {rest}"


_NOUN = regex(r"\{n\}[ \u00a0](?P<noun>[^\W\d_]{2,}[aeiouăâî])(?![^\W_])")
"""A noun behind its number; signs of units hardly end with a vowel."""


def linked(loc: NumberLocale, phrase: str) -> str:
    """A phrase of small numbers as greater ones have it, with the word that goes before the noun: “20 de seri”."""
    found, link = _NOUN.match(phrase), _link(loc)
    return f"{{n}} {link}{phrase[3:]}" if link and found and found["noun"].islower() else phrase


def _link(loc: NumberLocale) -> str:
    from factsheet.l10n.reading.language import language

    is_asked = cldr.plural_categories(loc) == ("one", "few", "other")
    return next(iter(language(loc.code).links), "") if is_asked else ""


def unit_meant(loc: NumberLocale, phrases: abc.Mapping[str, str]) -> str:
    """The line `unit` in the forms of a language; one without a phrase has that of greater numbers, or the first.

    Forms may be named by a number that takes them, `1` and `2`, or as other programs do, `singular` and `plural`.
    """
    forms = cldr.plural_categories(loc)
    meant = {name: _form_meant(loc, name, forms) for name in phrases}
    free = iter([form for form in forms if form not in meant.values()] if len(phrases) > 1 else ())
    given = {meant[name] or next(free, ""): phrase.replace('"', "'") for name, phrase in phrases.items()}
    last = next((given[form] for form in (*reversed(forms), *given) if form in given), "{n} ...")
    few = last.replace(f"{{n}} {_link(loc)} ", "{n} ") if _link(loc) else last
    filled = {**dict.fromkeys(forms, few), "other": linked(loc, few), **given}
    return f"unit: {{{', '.join(f'{form}: {quoted(filled[form])}' for form in forms)}}}"


def _form_meant(loc: NumberLocale, name: str, forms: Sequence[str]) -> str | None:
    from factsheet.l10n.reading.synonyms import name_meant

    if name.isdecimal() and len(name) <= _MOST_DIGITS:
        return cldr.plural_category(loc, Decimal(name))
    return name_meant(name, forms)


def _in_forms(word: Node) -> str | None:
    """A unit that is one word, written in each form of its language; None where CLDR does not know that."""
    with suppress(cldr.UnknownLocale):
        if isinstance(word, Scalar) and word.text:
            return unit_meant(cldr.locale(word.language), {"": _with_number(word.text)})
    return None


class Unit(NamedTuple):
    """The phrases by plural category, where they stand, and how two of them are said in words."""

    phrases: dict[str, str] | None
    places: dict[str, Place]
    two: str | None = None
    """"două operațiuni": it tells the gender of the noun."""


def read_unit(entry: Fields) -> Unit:
    """Read the phrases by plural category, each of which must hold `{n}` once; that for two may be in words."""
    if (node := entry.node("unit")) is None:
        return Unit(None, {})
    if not isinstance(node, Mapping):
        entry.report("N122", node.place, metric=entry.within, near=_in_forms(node))
        return Unit(None, {})
    two = None
    phrases: dict[str, str] = {}
    bad: dict[str, Scalar] = {}
    places: dict[str, Place] = {}
    for category, phrase in node.entries:
        places[f"unit.{category.text}"] = category.place
        if not isinstance(phrase, Scalar):
            entry.wrong(f"unit.{category.text}", "a text", phrase.place)
        elif len(phrase.text) > MAX_PHRASE:
            limit = f"{MAX_PHRASE} characters"
            entry.report("F012", phrase.place, what=f"unit.{category.text}", limit=limit)
        elif category.text == _TWO and _is_in_words(phrase.text):
            two = phrase.text.strip(" \t\r\n")
        elif phrase.text.count("{n}") != 1 or "{{" in phrase.text:
            bad[category.text] = phrase
        else:
            phrases[category.text] = phrase.text.strip(" \t\r\n")
    for name, phrase in [*bad.items()][:1]:
        meant = {key: quoted(_with_number(one.text)) for key, one in bad.items()}
        every = {key.text: quoted(phrases.get(key.text, "")) for key, _ in node.entries} | meant
        whole = ", ".join(f"{key}: {text}" for key, text in every.items())
        better = meant[name] if len(bad) == 1 else f"unit: {{{whole}}}"
        said = {"metric": entry.within, "category": name, "phrase": phrase.text}
        entry.report("N108", phrase.place, **said, better=better)
    return Unit(phrases, places, two)


def _is_in_words(phrase: str) -> bool:
    """Whether a phrase has neither a number nor anything that was meant as its place."""
    return " " in phrase.strip() and not _HOLDER.search(phrase) and not any(map(str.isdigit, phrase))

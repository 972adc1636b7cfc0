"""Values as sheets declare them: what they are of, and what was most likely meant by one that is refused."""

from collections import abc
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from factsheet.content.frontmatter import OF_A_METRIC, Fields, Mapping, Node, Scalar, is_nothing
from factsheet.content.frontmatter.meant import date_meant
from factsheet.content.kinds import KIND_BY_NAME, BadValue
from factsheet.content.kinds.declared import plain_number
from factsheet.content.model import BOUNDS, DISPLAYS
from factsheet.content.settings import Settings
from factsheet.content.theme import Theme
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import fields, replace
from factsheet.core.suggest import nearest
from factsheet.l10n import cldr, numbers
from factsheet.l10n.decimals import SCALES

# What a value is of: its `currency`, or words beside it.

_LONGEST_AMOUNT = 60
"""How much of a value that is no number is read, in characters."""

_CODE = 3
"""How many letters the code of a currency has."""


def read_currency(entry: Fields) -> str | None:
    """The code of the currency; where it was missed by little, the one that was meant, so that all else is judged."""
    scalar = entry.scalar("currency", "a currency code")
    if scalar is None or numbers.is_currency(scalar.text):
        return scalar.text if scalar else None
    from factsheet.l10n.reading.synonyms import currency_meant

    upper = scalar.text.upper()
    near = upper if numbers.is_currency(upper) else currency_meant(scalar.text)
    other = None if near else belonging("currency", scalar.text, scalar.language)
    if not near and not other and len(upper) != _CODE:  # of three letters each code is one letter away from another
        near = _currency_named(scalar)
    entry.report("N104", scalar.place, metric=entry.within, currency=scalar.text, near=near or other)
    return near


def _currency_named(scalar: Scalar) -> str | None:
    """The currency whose code, or whose name in the language of the sheet, a word is most like."""
    names = {one: one for one in cldr.currency_codes()}
    with suppress(cldr.UnknownLocale):
        loc = cldr.locale(scalar.language)
        names |= {cldr.currency_name(loc, one): one for one in names}
    return names.get(nearest(scalar.text, names) or "")


def amount_meant(scalar: Scalar) -> dict[str, str]:
    """The keys by which a value with words is declared, and a noun for `unit`, as fields of a message.

    Nothing where the text does not say one number in the language of the sheet, or in quotation marks no more than it.
    """
    from factsheet.content.kinds.quotes import numerals
    from factsheet.l10n.reading.synonyms import unit_meant

    try:
        (one,) = numerals(cldr.locale(scalar.language), scalar.text[:_LONGEST_AMOUNT])
    except (cldr.UnknownLocale, ValueError):
        return {}
    words = scalar.text[one.end :].strip(" \t\u00a0\u202f")
    measure = unit_meant(words, scalar.language) if words else None
    keys = {"value": f"{one.value:f}", "kind": "percent" if one.percent else "", "currency": one.currency}
    keys |= {"bound": one.bound, "per" if words.startswith("/") else "measure": measure}
    said = [f"`{key}: {value}`" for key, value in keys.items() if value]
    if scalar.quoted and not words and len(said) == 1:
        return {}
    return {
        "variant": "noun" if any(map(str.isalpha, words)) and not measure else "read",
        "better": ", ".join(said),
        "currency": one.currency or "",
        "noun": words,
    }


def belonging(key: str, word: str, tag: str) -> str | None:
    """The other key of a metric that a word is a value of, with it: `percent` under `display` is `kind: percent`."""
    from factsheet.l10n.reading.synonyms import currency_meant, names_meant, unit_called

    choices = {"kind": KIND_BY_NAME, "bound": BOUNDS, "display": DISPLAYS, "scale": SCALES}
    meant = ((one, word if word in words else names_meant(word, words)) for one, words in choices.items() if one != key)
    found = next((f"{one}: {name}" for one, name in meant if name), None)
    if found or not word:
        return found
    code = word if numbers.is_currency(word) else currency_meant(word)
    if code and key != "currency":
        return f"currency: {code}"
    unit = word if numbers.is_unit(word) else unit_called(word, tag)
    return f"measure: {unit}" if unit and unit != "percent" and key != "measure" else None


# What was most likely meant where a value is refused: a number, a date or a time in the notation of its language.

_LONGEST = 80
_SIGNS = " \t\u00a0\u202f\"'\u201c\u201d\u201e\u2018\u2019\u00b1+~\u2248<>=()[]%"
"""What stands around a number that is copied: marks, brackets and signs, which say nothing of the value."""
_NUMBER = regex(r"-?[0-9](?:[0-9.,'\u2019\u00a0\u202f]*[0-9])?")
_DASH = regex(r"[ \t]*[\u2012-\u2015\u2212][ \t]*|[ \t]+-+[ \t]+|[ \t]*\.\.+[ \t]*")
_DAY = regex(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}")
_DIGITS = regex(r"[0-9]+")
_PAIR = 2
_ANYWHERE = "en"
"""Whose way of writing times is typed in other languages too: "7:45 pm"."""


def refuse(entry: Fields, scalar: Scalar, bad: BadValue, read: Callable[[Scalar], object], **values: object) -> None:
    """Report a value that its kind refuses, with what was meant where `read` takes it."""
    variant = str(values.pop("variant", bad.variant))
    near = values.pop("near", None) or (None if variant else value_meant(scalar, read))
    entry.report(bad.code, scalar.place, variant=variant, near=near, **{**bad.values, **values})


def value_meant(scalar: Scalar, read: Callable[[Scalar], object]) -> str | None:
    """Give the first way to write a value that its kind takes; None if it takes none, or the text as it is."""
    if len(scalar.text) > _LONGEST:
        return None
    for text in dict.fromkeys(_written_anew(scalar)):
        if not text or text == scalar.text:
            continue
        try:
            read(replace(scalar, text=text, quoted=False))
        except BadValue:
            continue
        return text
    return None


def _written_anew(scalar: Scalar) -> Iterator[str]:
    bare = scalar.text.strip(_SIGNS)
    yield bare
    numbers = [plain_number(found) for found in _NUMBER.findall(bare)]
    yield date_meant(scalar, is_moment=True)
    yield from numbers if len(numbers) == 1 else ()
    ends = [date_meant(replace(scalar, text=part), is_moment=True) or part for part in _DASH.split(bare)]
    if len(ends) == _PAIR:
        yield "\u2013".join(ends)
    if len(numbers) == _PAIR and not _DAY.search(bare):
        yield from ("\u2013".join(numbers), "/".join(numbers))
    yield from _said(scalar)
    yield ":".join(_DIGITS.findall(bare))


def _said(scalar: Scalar) -> Iterator[str]:
    """The number, the time of day, or how long something lasts, that a text says in its language."""
    from factsheet.content.kinds.quotes import numerals
    from factsheet.l10n.reading.synonyms import power_meant
    from factsheet.l10n.reading.times import durations, times

    if (power := power_meant(scalar.text)) is not None:
        yield str(10**power)

    for tag in dict.fromkeys((scalar.language, _ANYWHERE)):
        try:
            loc = cldr.locale(tag)
        except cldr.UnknownLocale:
            continue
        numbers = numerals(loc, scalar.text)
        yield from (f"{one.value:f}" for one in numbers if len(numbers) == 1)
        for read in (times, durations):
            found = read(loc, scalar.text)
            if len(found) == 1:
                yield found[0].value.isoformat()


# Keys that are known at another level than the one where they were written.

Levels = abc.Mapping[str, Sequence[str]]
"""What the names under each key of a sheet take."""
Entry = tuple[Scalar, Node]
_NAMED = ("metrics", "sources", "tables")
"""Those of them that have entries by name, and no list."""
_OF_A_SOURCE = frozenset({"title", "publisher", "url", "file", "lang"})


def at_its_level(sheet: Mapping, levels: Levels) -> tuple[Mapping, list[Problem]]:
    """Move what is indented too little or too far to where it belongs; metrics among the sources are told once."""
    sections: dict[str, Entry] = {}
    out: list[Entry] = []
    lost: list[Entry] = []
    problems: list[Problem] = []
    for key, node in sheet.entries:
        is_section = key.text in _NAMED and isinstance(node, Mapping)
        own, found = _with_what_follows(getattr(node, "entries", ()), levels[key.text]) if is_section else ([], [])
        problems += found
        within = [(name, one) for name, one in own if name.text in levels and not _names(one) & _OF_AN_ENTRY]
        among = [one for one in own if key.text == "sources" and _is_metric(one[1])]
        if key.text in {*levels, "classes"} or not _is_metric(node):
            kept = tuple(one for one in own if one not in within and one not in among)
            sections[key.text] = (key, Mapping(kept, node.place) if is_section else node)
        else:
            problems.append(report("F007", key.place, variant="metric", key=key.text))
            lost.append((key, node))
        out, lost = out + within, lost + among
        problems.extend(report("F007", name.place, variant="sheet", key=name.text) for name, _ in within)
        if among and not within:
            is_there = any(name.text == "metrics" for name, _ in sheet.entries)
            first = among[0][0]
            problems.append(report("F007", first.place, variant="among" if is_there else "unheaded", key=first.text))
    for name, one in out:
        sections.setdefault(name.text, (name, one))
    if lost:
        key, node = sections.get("metrics", (replace(lost[0][0], text="metrics"), lost[0][0]))
        sections["metrics"] = (key, Mapping((*getattr(node, "entries", ()), *lost), key.place))
    return Mapping(tuple(sections.values()), sheet.place), problems


def _is_metric(node: Node) -> bool:
    return bool(OF_A_METRIC & _names(node)) and not _OF_A_SOURCE & _names(node)


_OF_AN_ENTRY = OF_A_METRIC | _OF_A_SOURCE


def _names(node: Node) -> set[str]:
    return {key.text for key, _ in getattr(node, "entries", ())}


def _with_what_follows(entries: Sequence[Entry], known: Sequence[str]) -> tuple[list[Entry], list[Problem]]:
    """The entries of a section, each with the keys behind it that stand as far to the left as its name."""
    kept: list[Entry] = []
    problems: list[Problem] = []
    moved: set[str] = set()
    for key, node in entries:
        is_key = key.text in known and not any(one in _OF_AN_ENTRY or one.endswith("_of") for one in _names(node))
        if is_key and not kept and isinstance(node, Scalar):
            problems.append(report("F016", key.place, variant="unnamed", id=key.text))
            moved.add("")
            kept.append((replace(key, text=""), Mapping((), key.place)))
        name, above = kept[-1] if kept else (key, node)
        if not (is_key and kept and (isinstance(above, Mapping) or is_nothing(above))):
            kept.append((key, node))
            continue
        if name.text not in moved:
            problems.append(report("F007", key.place, variant="outdented", key=key.text, name=name.text))
        moved.add(name.text)
        kept[-1] = (name, Mapping((*getattr(above, "entries", ()), (key, node)), key.place))
    return [one for one in kept if one[0].text], problems


_SETTINGS = frozenset(one.name for kind in (Settings, Theme) for one in fields(kind) if "about" in one.metadata)
"""The keys of site.toml."""
_FEW = 1
"""In how many levels a key of the sheet may be known too, and still be most likely meant for the sheet."""


def placed(
    problems: Sequence[Problem], sheet: Sequence[str], levels: abc.Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """Tell of an unknown key where it belongs: in the `sheet` itself, or under one of the `levels`, or in site.toml."""
    for problem in problems:
        given = problem.given
        if problem.code != "F007" or problem.variant or "suggestion" in given:
            yield problem
            continue
        within, _, key = given["key"].rpartition(".")
        sections = [f"`{section}`" for section, keys in levels.items() if key in keys]
        if within and key in sheet and len(sections) <= _FEW:
            is_list = key == "highlight"
            yield replace(problem, variant="listed" if is_list else "sheet", values=(*problem.values, ("name", within)))
        elif sections:
            yield replace(problem, variant="level", values=(*problem.values, ("sections", ", ".join(sections))))
        else:
            from factsheet.l10n.reading.synonyms import names_meant

            needless = "needless" if names_meant(key, ("nothing",)) else ""
            yield replace(problem, variant="setting" if key in _SETTINGS else needless)

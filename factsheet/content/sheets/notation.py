"""What was most likely meant where a value is refused: a number, a date or a time in the notation of its language."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from factsheet.content.frontmatter import Fields, Scalar
from factsheet.content.frontmatter.meant import date_meant
from factsheet.content.kinds import BadValue
from factsheet.content.kinds.declared import plain_number
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import replace
from factsheet.l10n import cldr

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
    near = None if variant else value_meant(scalar, read)
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
    yield from numbers if len(numbers) == 1 else ()
    yield date_meant(scalar, is_moment=True)
    ends = [date_meant(replace(scalar, text=part), is_moment=True) or part for part in _DASH.split(bare)]
    if len(ends) == _PAIR:
        yield "\u2013".join(ends)
    if len(numbers) == _PAIR and not _DAY.search(bare):
        yield from ("\u2013".join(numbers), "/".join(numbers))
    yield from _said(scalar)
    yield ":".join(_DIGITS.findall(bare))


def _said(scalar: Scalar) -> Iterator[str]:
    """The time of day, or how long something lasts, that a text says in its language."""
    from factsheet.l10n.reading.durations import durations
    from factsheet.l10n.reading.times import times

    for tag in dict.fromkeys((scalar.language, _ANYWHERE)):
        try:
            loc = cldr.locale(tag)
        except cldr.UnknownLocale:
            continue
        for read in (times, durations):
            found = read(loc, scalar.text)
            if len(found) == 1:
                yield found[0].value.isoformat()


# Keys that are known at another level than the one where they were written.

_FEW = 1
"""In how many levels a key of the sheet may be known too, and still be most likely meant for the sheet."""


def placed(problems: Sequence[Problem], sheet: Sequence[str], levels: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Tell of an unknown key where it belongs: in the `sheet` itself, or below a name under one of the `levels`."""
    for problem in problems:
        given = dict(problem.values)
        if problem.code != "F007" or problem.variant or "suggestion" in given:
            yield problem
            continue
        within, _, key = given["key"].rpartition(".")
        sections = [f"`{section}`" for section, keys in levels.items() if key in keys]
        if within and key in sheet and len(sections) <= _FEW:
            yield replace(problem, variant="sheet")
        elif sections:
            yield replace(problem, variant="level", values=(*problem.values, ("sections", ", ".join(sections))))
        else:
            yield problem

"""Dates in running text: "13.11.2025", "3–20 septembrie 2025", "September 3rd, 2025", "2025年9月3日"."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import zip_longest
from typing import Final

from factsheet.core.derived import derived
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.exclusions import Span
from factsheet.l10n.reading.fold import Folded, fold_word, words_of
from factsheet.l10n.reading.language import ReadingRules, language
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.numeric_dates import WrittenDate, in_figures
from factsheet.l10n.reading.phrases import joins

_FIELD: Final = regex(r"'([^']*)'|(G+|y+|M+|L+|d+|E+|c+)|([^'a-zA-Z]+|[a-zA-Z])")
_FIELDS: Final = regex("[GyMLd]")
_GLUED_MONTH: Final = regex(r"[^\W\d_GyMLdEc]'?M")
_SKELETONS: Final = ("yMMMM", "yMMMMd", "yMMMd", "yMMM", "MMMMd", "MMMd")
_WIDTHS: Final = ("long", "medium")
_CONTEXTS: Final = ("format", "stand-alone")
_NAMES: Final = ("wide", "abbreviated")
_UNSPACED: Final = frozenset(("ja", "yue", "zh"))
"""Languages that need no spaces around the signs of year, month and day, where some put them all the same."""
_BEHIND: Final = 20
_AHEAD: Final = 40
_DAY: Final = 2
_SHORT: Final = 2
_DIGIT: Final = regex(r"\d")
_DASH: Final = regex(r" ?[-–—] ?")
_JOINED: Final = regex(r" ?[-–—] ?| [^\W\d_]{1,5} ")


@dataclass(frozen=True)
class _Calendar:
    """How a language writes dates with the names of months, or with its own signs around the numbers."""

    name: str
    """The language, and the digits that it is written with."""
    shapes: tuple[str, ...]
    """The ways of writing a date, as regular expressions."""
    months: dict[str, int]
    triggers: frozenset[str]
    day_first: bool
    lowered: frozenset[str]
    """The words of the triggers in small letters."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All ways in one; it is long, and made for the first text that may hold a date."""
        pattern = "|".join(f"(?:{shape})" for shape in self.shapes)
        return derived(f"pattern-dates-{self.name}", pattern.encode(), lambda: re.compile(pattern))


def date_spans(loc: NumberLocale, folded: Folded) -> list[Span]:
    """Give the places of all dates, those without a year too, where digits are no figures."""
    return [(day.start, day.end) for day in days(loc, folded)]


def days(loc: NumberLocale, folded: Folded) -> list[WrittenDate]:
    """Give the dates of a folded text in order; a missing year is that of the date it is joined to."""
    calendar = _calendar(loc)
    found = [*in_figures(folded, day_first=calendar.day_first), *_spelled(calendar, folded)]
    if not found:
        return found
    labels = lexicon(loc).labels
    dated = _with_years(sorted(found, key=lambda day: day.start), folded.plain)
    return [
        one for one in dated if one.end - one.start > _DAY or not labels.before(folded.plain, max(0, one.start - 1))
    ]


def _with_years(found: list[WrittenDate], plain: str) -> Iterator[WrittenDate]:
    """Fill in missing years: "28 August – 3 September 2025", and languages that say the year first."""
    last: WrittenDate | None = None
    for day, following in zip_longest(found, found[1:]):
        year = day.year
        if year is None and following and _JOINED.fullmatch(plain, day.end, following.start):
            year = following.year
        if year is None and last and _DASH.fullmatch(plain, last.end, day.start):
            year = last.year
        last = replace(day, year=year)
        yield last


def _spelled(calendar: _Calendar, folded: Folded) -> Iterator[WrittenDate]:
    done = 0
    for start, end in _windows(calendar, folded):
        for found in calendar.pattern.finditer(folded.plain, max(start, done), end):
            yield from _dates(calendar, found)
            done = found.end()


def _dates(calendar: _Calendar, found: re.Match[str]) -> Iterator[WrittenDate]:
    if _goes_on(found):
        return
    spans = {name[0]: found.span(name) for name, text in found.groupdict().items() if text}
    text = found.string
    parts = {name: text[slice(*span)] for name, span in spans.items()}
    month = int(parts["n"]) if "n" in parts else calendar.months[parts["m"]]
    year = int(parts["y"]) if "y" in parts else None
    start = found.start()
    if "a" in parts:
        yield WrittenDate(start, spans["a"][1], year, month, int(parts["a"]))
        start = spans["d"][0]
    yield WrittenDate(start, found.end(), year, month, int(parts["d"]) if "d" in parts else None)


def _goes_on(found: re.Match[str]) -> bool:
    """Tell whether a word goes on where the name of a month was found."""
    ends = [found.end(name) for name, text in found.groupdict().items() if text and name[0] == "m"]
    return any(end < len(found.string) and joins(found.string[end]) for end in ends)


def _windows(calendar: _Calendar, folded: Folded) -> Iterator[Span]:
    """Give the stretches around the names of months, or the whole text where months have no names."""
    plain = folded.plain
    if not calendar.triggers:
        yield 0, len(plain)
        return
    near: list[int] = []
    if calendar.lowered.isdisjoint(folded.words):  # its words in small letters have been found already
        return
    for word in calendar.triggers & words_of(plain):
        at = plain.find(word)
        while at >= 0:
            if _DIGIT.search(plain, at - _BEHIND, at + _AHEAD):
                near.append(at)
            at = plain.find(word, at + len(word))
    yield from _joined(sorted(near))


def _joined(near: list[int]) -> Iterator[Span]:
    """Give one stretch for places whose stretches overlap, so that no name is cut in two."""
    start = end = -1
    for at in near:
        if at - _BEHIND > end:
            if end > 0:
                yield start, end
            start = max(0, at - _BEHIND)
        end = at + _AHEAD
    if end > 0:
        yield start, end


@lru_cache(maxsize=256)
def _calendar(loc: NumberLocale) -> _Calendar:
    return derived(f"calendar-{_name(loc)}", loc.tag.encode(), lambda: _made(loc))


def _name(loc: NumberLocale) -> str:
    return f"{loc.cldr}-{loc.numerals}"


def _made(loc: NumberLocale) -> _Calendar:
    prose = language(loc.code)
    names = _month_names(loc, loc.code, prose)
    month = "|".join(_month(name, prose) for name in sorted(names, key=len, reverse=True))
    short, long = cldr.date_pattern(loc, "short"), cldr.date_pattern(loc, "long")
    usual = _usual(prose, loc.code, year_first=long.startswith("y"))
    shapes = sorted([*usual, *_listed(loc, loc.code)], key=lambda shape: "(?P<y>" not in shape)
    # The groups of a shape have names of its own, so that shapes can stand side by side.
    shapes = [re.sub(r"\(\?P<(\w)>", rf"(?P<\g<1>{index}>", shape) for index, shape in enumerate(shapes)]
    numbered = [shape.replace("{months}", month) for shape in shapes]
    words = [LETTERS.search(name) for name in names]
    spaced = all(word and joins(name[0]) for word, name in zip(words, names, strict=True))
    is_named = spaced and not _GLUED_MONTH.search(long)
    triggers = frozenset(word[0] for word in words if word) if is_named else frozenset()
    return _Calendar(
        name=_name(loc),
        shapes=tuple(numbered),
        months=names,
        triggers=triggers,
        lowered=frozenset(part for word in triggers for part in words_of(word.lower())),
        day_first=short.find("d") < short.find("M"),
    )


def _month_names(loc: NumberLocale, code: str, prose: ReadingRules) -> dict[str, int]:
    names = dict(prose.months)
    for width in _NAMES:
        for context in _CONTEXTS:
            for number, name in cldr.months(loc, width, context).items():
                plain = fold_word(name, code).rstrip(".")
                ended = (plain + ending for ending in prose.month_endings if width == "wide")
                for form in (plain, plain[:1].upper() + plain[1:], plain.upper(), *ended):
                    names.setdefault(form, number)
    return {name: number for name, number in names.items() if name and not name.isdigit()}


def _month(name: str, prose: ReadingRules) -> str:
    stops = prose.not_after_months.get(name.lower())
    start = r"(?<!\w)" if len(name) <= _SHORT and joins(name[0]) else ""  # Persian "مه" is no end of "جریمه"
    return start + re.escape(name) + (f"(?! (?:{'|'.join(map(re.escape, stops))}))" if stops else "")


def _listed(loc: NumberLocale, code: str) -> Iterator[str]:
    """Give the date patterns that CLDR lists for the language, as regular expressions."""
    listed = [cldr.date_pattern(loc, width) for width in _WIDTHS]
    listed += [pattern for one in _SKELETONS if (pattern := cldr.date_skeleton(loc, one))]
    for pattern in dict.fromkeys(listed):
        named = "MMM" in pattern or "LLL" in pattern or any(map(str.isalpha, _FIELDS.sub("", pattern)))
        if named and not set(pattern) & set("EcUr"):
            yield _expression(pattern, code)


def _expression(pattern: str, code: str) -> str:
    pieces: list[str] = []
    for quoted, field, literal in _FIELD.findall(pattern.rstrip(".")):
        pieces.append(_field(field, code) if field else _literal(quoted or literal, code))
    return ("[ ]?" if code in _UNSPACED else "").join(pieces) + (r"\.?(?!\d)" if pattern.endswith(".") else r"(?!\d)")


def _to(code: str) -> str:
    """What stands between the days of a range."""
    words = "|".join(map(re.escape, language(code).to))
    return rf"(?:[ ]?[-–~～][ ]?{f'|[ ](?:{words})[ ]' if words else ''})"


def _field(field: str, code: str) -> str:
    if field[0] == "y":
        return r"(?<!\d)(?P<y>\d{4})"
    if field[0] == "d":
        apart = r"(?<!\d)(?<!\d[.,])"
        return rf"(?:{apart}(?P<a>\d{{1,2}})\.?{_to(code)})?{apart}(?P<d>\d{{1,2}})"
    if field[0] == "G":
        return r"[^\d]{1,12}?"
    return r"(?P<m>{months})\.?" if len(field) > 2 else r"(?<!\d)(?P<n>\d{1,2})"  # noqa: PLR2004


def _literal(text: str, code: str) -> str:
    folded = fold_word(f"|{text}|", code)[1:-1]
    return re.escape(folded).replace(r"\ ", " ")


def _usual(prose: ReadingRules, code: str, *, year_first: bool) -> Iterator[str]:
    """Give the ways of writing dates that go beyond CLDR's: ordinals, linking words, ranges of days."""
    contracted = (short for long, short in prose.contractions.items() if long.partition(" ")[0] in prose.links)
    links = "|".join(re.escape(link) for link in (*prose.date_links, *prose.links, *contracted))
    link = f"(?:(?:{links})[ ]?)?" if links else ""
    ordinal = "|".join(re.escape(ending) for ending in (*prose.ordinals, "."))
    day = rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:{ordinal})?"
    days = rf"(?:(?<![\d.,])(?P<a>\d{{1,2}})(?:{ordinal})?{_to(code)})?{day}"
    year = r"(?P<y>\d{4})(?!\d)"
    comma = "[,،፣]?[ ]"
    month = r"(?P<m>{months})\.?(?![^\W\d_])"
    first = rf"(?<![^\W\d_]){month}[ ]"  # a short name of a month may end another word: "konkursie 1 grudnia"
    yield rf"{days}[ ]{link}{month}{comma}{link}{year}"
    yield rf"{first}{days}{comma}{year}"
    yield rf"(?<!\d){year}\.?[ ]{month}[ ]{days}(?!\d)"
    yield rf"{month}{comma}{link}{year}"
    if year_first or links:
        between = "" if year_first else f"(?:{links})[ ]"  # Turkish "2011 yılı Ağustos"
        yield rf"(?<!\d){year}\.?[ ]{between}{month}(?! ?\d)"
    yield rf"{days}[ ]{link}{month}(?!\d)"
    yield rf"{first}{day}(?![\d.,:%]*\d)"

"""What was most likely meant: by a date that cannot be read, and by a line that is indented as no other."""

from collections.abc import Iterator, Sequence
from datetime import date

from factsheet.content.frontmatter.slips import depth_of, quoted
from factsheet.content.frontmatter.written import Mapping, Node, Scalar
from factsheet.core.patterns import listed_in, regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr

# What an entry or an item of a list looks like.

EXAMPLES = dict(listed_in("content/data/entries.txt"))
"""What an entry looks like under the keys that hold several."""
ITEMS = {"id": "id: {}, title: ...", "date": 'date: 2026-01-31, text: "{}"'}
"""How an item of a list begins, by its first key, with the words that stand there."""


def entry_meant(key: str, node: Node) -> str:
    """What an entry under a key looks like, with the value that stands in the place of all entries."""
    first = next(iter(getattr(node, "items", (node,))), None)
    if isinstance(first, Mapping) and first.entries and key in EXAMPLES:
        return f"{first.entries[0][0].text}:"
    before = {"confirmed_by": "source", "history": "2024"}.get(key)
    return f"{before}: {first.text}" if before and isinstance(first, Scalar) else EXAMPLES.get(key, "")


def named_meant(section: str, name: Scalar, node: Node) -> str:
    """A name with keys and values, of which the first has the text that stands in their place; words are a label."""
    text = getattr(node, "text", "") or "..."
    of_metrics = "label" if text.isalpha() else "value"
    first = {"sources": "title", "tables": "file", "metrics": of_metrics}.get(section, "value")
    return f"{name.text}: {{{first}: {text if first == 'value' or text == '...' else quoted(text)}}}"


OF_A_METRIC = frozenset({"value", "label", "unit"})
"""Keys by one of which an entry is known to be a metric."""


# The date that was most likely meant where front matter has one that cannot be read.

_PARTS = regex(r"([0-9]{1,4})[./ -]([0-9]{1,2})[./ -]([0-9]{1,4})")
_MONTH = regex(r"(?P<month>0?[1-9]|1[0-2])[./-](?P<year>[12][0-9]{3})")
_YEARS = regex(r"(?P<first>[12][0-9]{3}) ?[-–/] ?(?P<last>[12][0-9]{3})")
_SAID = regex(r".*[^\W\d_]{2}.*|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[12][0-9]{3}-[0-9]{2}-[0-9]{2}[T ][0-9:.Z+-]*")
"""A date with words, or with points between its parts: day and month stand in the order of the language."""
_NO_YEAR = regex(r"[0-9]{1,2}\.? [^\W\d_]{3,}\.?|[^\W\d_]{3,}\.? [0-9]{1,2}")
_ISO = regex(r"([12][0-9]{3})-(0[1-9]|1[0-2])-([0-9]{2})")
_OF_A_CENTURY, _CENTURY = 2, 2000
"""A year in two digits, as stands behind points: it is of this century."""
_LONGEST = 80


def date_meant(scalar: Scalar, *, is_moment: bool) -> str:
    """The date as front matter writes it, where there is only one that it can be; else empty.

    A month or a year is given only where a date `is_moment`, which may be less exact than a day.
    """
    month = _MONTH.fullmatch(scalar.text) if is_moment else None
    if month:
        return f"{month['year']}-{int(month['month']):02}"
    years = _YEARS.fullmatch(scalar.text) if is_moment else None
    if years and int(years["last"]) == int(years["first"]) + 1:
        return f"{years['first']}/{years['last'][2:]}"
    return _reordered(scalar.text) or _read(scalar, is_moment=is_moment)


def way_out(scalar: Scalar, variant: str) -> tuple[str, str]:
    """The variant of the finding for a date that cannot be read, and what fills it: a date, or the days of a month."""
    better, found = date_meant(scalar, is_moment=variant == "moment"), _ISO.fullmatch(scalar.text)
    if not better and len(days := _days(scalar.text)) > 1:
        return "exact", "` / `".join(map(str, sorted(days)))
    if better or not found:
        return ("exact", better) if better else ("year" if _NO_YEAR.fullmatch(scalar.text) else variant, "")
    return "days", next(str(last) for last in (31, 30, 29, 28) if _day(int(found[1]), int(found[2]), last))


def _reordered(text: str) -> str:
    """The day whose parts stand in another order, where there is only one that it can be."""
    days = _days(text)
    return str(days.pop()) if len(days) == 1 else ""


def _days(text: str) -> set[date]:
    """The days that a text of three numbers can be."""
    if (parts := _PARTS.fullmatch(text)) is None:
        return set()
    first, second, third = (int(part) for part in parts.groups())
    if len(parts[1]) <= len(parts[3]) == _OF_A_CENTURY and (day := _day(_CENTURY + third, second, first)):
        other = _day(_CENTURY + third, first, second)
        return {day} if "." in text or not other else {day, other}
    orders = ((first, second, third), (first, third, second), (third, second, first), (third, first, second))
    return {day for day in (_day(*order) for order in orders) if day}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year > 999 else None  # noqa: PLR2004 - years have four digits
    except ValueError:
        return None


def _read(scalar: Scalar, *, is_moment: bool) -> str:
    """The date that a text says in the language of the sheet: "13 noiembrie 2025", "anul 2025"."""
    from factsheet.l10n.reading.stretches import names_end, written_dates

    if not _SAID.fullmatch(scalar.text[:_LONGEST]):
        return ""
    try:
        found = [mention.value for mention in written_dates(cldr.locale(scalar.language), scalar.text[:_LONGEST])]
    except cldr.UnknownLocale:
        return ""
    if len(found) != 1 or not (is_moment or isinstance(found[0], date)):
        return ""
    (value,) = found
    year, month = value if isinstance(value, tuple) else (int(f"{value}"), 12) if f"{value}".isdecimal() else (0, 0)
    last = next(filter(None, (_day(year, month, day) for day in (31, 30, 29, 28))), None)
    if last and any(names_end(cldr.locale(tag), scalar.text[:_LONGEST], last) for tag in (scalar.language, "en")):
        return str(last)
    return f"{value[0]}-{value[1]:02}" if isinstance(value, tuple) else str(value)


# The line of front matter whose indentation is the slip: the parser sees the damage, at times on the next line.

_KEY = regex(r"(?P<indent>[ ]*)(?P<item>(?:-[ ]+)*)(?P<key>[\w/-]+:(?:[ ].*)?)")
_OPENS = regex(r"[^:]*:[ ]*(?:#.*)?")
_BLOCK = regex(r".*:[ ]+[|>][-+0-9]*[ ]*")


def depth_meant(lines: list[str], number: int) -> tuple[int, int | None]:
    """How many spaces a line was most likely meant to begin with, and the line above with as many, from 0.

    The line right above is its neighbour, unless it opens a level of its own. Nothing is said of a line as deep as one
    above: then the slip may be in between.
    """
    above = next((one for one in range(number - 1, -1, -1) if lines[one].strip()), None)
    if above is None or lines[above].rstrip().endswith(":") or "\t" in lines[above]:
        return 0, None
    if "\t" not in lines[number] and depth_of(lines[number]) in {
        depth_of(line) for line in lines[:number] if line.strip()
    }:
        return 0, None
    return depth_of(lines[above]), above


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A line, from 0, the spaces that it should begin with, and a line above that begins with as many."""

    line: int
    spaces: int
    like: int


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    depth: int
    """Where it begins."""
    within: int
    """Where its key begins, which is behind the hyphen of an item."""
    opens: bool


def misplaced(lines: Sequence[str], last: int) -> Misplaced | None:
    """Find the first line up to `last` that stands at no level of those above it; None where there is none.

    A line that is deeper than the one above it, which opens nothing, may be as deep as the one above that: then the one
    between them is the slip.
    """
    seen: list[_Line] = []
    depths: list[int] = []
    for line in _keys(lines[: last + 1]):
        before = seen[-1] if seen else line
        if line.depth > before.within and not before.opens:
            if len(seen) > 1 and seen[-2].within == line.depth:
                return Misplaced(before.number, line.depth, seen[-2].number)
            return Misplaced(line.number, before.within, before.number)
        if line.depth < before.within and line.depth not in depths:
            if closing := _closing(seen, line.depth):
                return closing
            open_ = [one for one in seen if one.within in depths and one.opens == line.opens] or seen
            best = min(reversed(open_), key=lambda one: abs(one.within - line.depth))
            return Misplaced(line.number, best.within, best.number)
        depths = sorted({depth for depth in depths if depth < line.depth} | {line.depth, line.within})
        seen.append(line)
    return None


def _closing(seen: Sequence[_Line], depth: int) -> Misplaced | None:
    """Find a line that ended a level which is in use again behind it, and whose own lines are deeper than that level.

    It was meant to stand at that level: a metric without the spaces before its name.
    """
    at = next((at for at in range(len(seen) - 1, -1, -1) if seen[at].depth < depth), None)
    if at is None or not seen[at].opens or at + 1 >= len(seen) or seen[at + 1].depth <= depth:
        return None
    same = next((one for one in reversed(seen[:at]) if one.depth == depth), None)
    return Misplaced(seen[at].number, depth, same.number) if same else None


def _keys(lines: Sequence[str]) -> Iterator[_Line]:
    """The lines that begin with a key, without those of texts in blocks."""
    block: int | None = None
    for number, text in enumerate(lines):
        found = _KEY.fullmatch(text)
        depth = len(text) - len(text.lstrip(" "))
        if found is None or (block is not None and depth > block):
            continue
        key = found["key"]
        block = found.start("key") if _BLOCK.fullmatch(key) else None
        opens = _OPENS.fullmatch(key) is not None or key.count("{") + key.count("[") > key.count("}") + key.count("]")
        yield _Line(number, depth, found.start("key"), opens)

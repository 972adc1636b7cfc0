"""The text of a page made ready: charts in their places, headings, tables, and lines that break well."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from itertools import cycle, takewhile
from typing import Final

from markupsafe import Markup

from factsheet.core.patterns import regex
from factsheet.core.records import replace
from factsheet.outputs.views import ChartView

# Charts in the text: a chart that a text places stands there, and no longer in the section of charts.

_PLACE: Final = regex(r'<figure data-chart="([^"]*)"></figure>')
_HEADING: Final = regex(r"<h([1-6])\b")
_DEEPEST: Final = 6


def place_of(name: str) -> str:
    """What holds the place of a chart in a text while its links and headings are made."""
    return f'<figure data-chart="{name}"></figure>'


def with_charts(html: Markup, charts: Mapping[str, ChartView], draw: Callable[[ChartView], str]) -> Markup:
    """Put the charts in their places, with a heading one level below that above it; `draw` writes one."""

    def put(match: re.Match[str]) -> str:
        chart = charts.get(match[1])
        above = [int(level) for level in _HEADING.findall(html, 0, match.start())]
        level = min(above[-1] if above else 1, _DEEPEST - 1) + 1
        return draw(replace(chart, level=level)) if chart else ""

    return Markup(_PLACE.sub(put, html)) if "data-chart=" in html else html  # noqa: S704 - templates escape their words


# Headings that have the same address in every language: the id of the original, so that a switch keeps the place.
#
# The id that a heading has by its own words stays as a second anchor inside it, so that no published link breaks.

_HEADING_WITH_ID: Final = regex(r'<h([1-6])\b([^>]*?) id="([^"]*)"([^>]*)>')
_ID: Final = regex(r'id="(?<!\wid=")([^"]*)"')


def with_ids_of(original: str, translation: str) -> str:
    """Give the headings of a translated body the ids of its original's, where both have the same headings in order.

    A heading keeps its own id where the other already stands elsewhere in the translation.
    """
    theirs = [(match[1], match[3]) for match in _HEADING_WITH_ID.finditer(original)]
    ours = [(match[1], match[3]) for match in _HEADING_WITH_ID.finditer(translation)]
    if [level for level, _ in theirs] != [level for level, _ in ours]:
        return translation
    taken = set(_ID.findall(translation))
    wanted = iter([name for _, name in theirs])

    def put(match: re.Match[str]) -> str:
        name = next(wanted)
        if name in taken:
            return match[0]
        level, before, own, after = match.groups()
        return f'<h{level}{before} id="{escape(name)}"{after}><span id="{own}"></span>'

    return _HEADING_WITH_ID.sub(put, translation)


# Tables of the prose, each in a group of its own that scrolls where a screen is narrower than its words.
#
# The group can be reached by the keyboard (WCAG 2.2, 2.1.1), and is named after the heading above it.

TITLE: Final = "_title"
"""The id of the page's title, after which a table is named that no heading stands above."""

_MARKS: Final = regex(r'<h[2-6][^>]*? id="(?P<heading>[^"]*)"|<(?P<end>/?)table\b[^>]*>')

_NAMED: Final = regex(r' aria-labelledby="([^"]*)"')
"""A table that has a name of its own."""

_PLAIN_TABLE: Final = regex(r"<table>(?:(?!span=).)*?</table>", re.DOTALL)
_CELL: Final = regex(r"<t([hd])\b([^>]*>((?:(?!</t[hd]>).)*))", re.DOTALL)
_WITHIN: Final = regex(r"<[^>]*>")

WIDEST_ROW: Final = 60
"""So many letters beside each other, in three columns or more, take few enough lines of a phone."""


def with_regions(body: Markup) -> Markup:
    """Put each outermost table of a body in its group. The body must be well-formed, as what is sanitized is."""
    if "<table" not in body:
        return body
    return Markup(_PLAIN_TABLE.sub(_with_labels, in_groups(body)))  # noqa: S704 - only what stands in the body is added


def _with_labels(table: re.Match[str]) -> str:
    """A table too wide for a phone: each of its cells names its column, as there they stand one below the other."""
    cells = [(kind, _WITHIN.sub("", text)) for kind, _, text in _CELL.findall(table[0])]
    heads = [text.replace('"', "&quot;") for _, text in takewhile(lambda cell: cell[0] == "h", cells)]
    rest = [text for kind, text in cells if kind == "d"]
    width = sum(max(map(len, rest[at :: len(heads)]), default=0) for at in range(len(heads)))
    if not (heads[2:] and width > WIDEST_ROW) or len(rest) % len(heads) or len(heads) + len(rest) < len(cells):
        return table[0]
    names = cycle(heads)
    return _CELL.sub(lambda cell: f'<td data-of="{next(names)}"{cell[2]}' if cell[1] == "d" else cell[0], table[0])


def in_groups(body: str) -> str:
    """The same for markup as a text."""
    heading, depth = TITLE, 0

    def put(match: re.Match[str]) -> str:
        nonlocal heading, depth
        if match["heading"]:
            heading = match["heading"] if depth == 0 else heading
            return match[0]
        depth += -1 if match["end"] else 1
        if match["end"]:
            return match[0] if depth else f"{match[0]}</div>"
        name = _NAMED.search(match[0])
        begun = f'<div class="table" role="group" tabindex="0" aria-labelledby="{name[1] if name else heading}">'
        return f"{begun}{match[0]}" if depth == 1 else match[0]

    return _MARKS.sub(put, body)


# What a line never parts: a number and its unit, a bound and its number, the day and the month, “2024–2025”, “l-am”.
#
# The words are put into a `span` that the style sheet does not break, so the text of the page, and whatever is copied
# from it, stays as it was written. A group that would be too wide for a narrow screen is made of fewer words.

WIDEST: Final = 22
"""How many characters stay together at the most; wider groups would not fit beside a picture, or large text."""

MONEY: Final = regex(r"([A-Z]{1,3}[$€£¥])(?=[^0-9]|$)")
"""A money sign with letters, which would be turned round in a line from right to left: US$ shows as $US."""

_TAG: Final = regex(
    r'(?P<figure>(?P<link><a class="in"[^>]*>)?<(?P<element>data|time|mark)\b[^>]*>(?:<a\b[^>]*>)?'
    r"(?P<said>[^<]*)(?:</a>)?(?:<sup\b[^>]*>[^<]*</sup>)?</(?P=element)>(?(link)</a>))"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*>|(?P<text>[^<]+)"
)
_LEFT: Final = frozenset({"code", "kbd", "pre", "samp", "svg", "table"})
"""The elements whose lines break as they do: code, drawings, and cells, which are as wide as their words."""

_SPACE: Final = regex(r"[ \n]")
_BARE: Final = "([{«„“”»’'\"‘)]}.,;:!?…"
_WORD: Final = regex(r"[^ \n]+")
_START: Final = regex(rf"[\d \n–{re.escape(_BARE)}-](?:(?<=[\d–-])|(?=[^\W\d_][ \n]))")
"""A sign of a number or a range, and what stands before a letter that is a word."""
_LETTER: Final = regex(r"[^\W\d_][ \n]")
_LETTER_LAST: Final = regex(rf"(?:^|(?<=[ \n{re.escape(_BARE)}]))([^\W\d_][ \n])$")
"""A word of one letter before a figure or another element: its space stays within the span, and parts no lines."""
_BEFORE_WORDS: Final = frozenset(f" \n{_BARE}")
_NUMBER: Final = regex(r"[^\W\d_]{0,3}[$€£¥+\u2212-]?\d(?:[\d.,:/\u00a0\u202f–-]*\d)?[%‰°]?")
_ORDINAL: Final = regex(r"\d{1,2}\.")
"""A day as German writes it: 13. November."""
_DASHED: Final = regex(r"[^\W\d_]{1,3}-\w+|\w+-[^\W\d_]{1,3}|\w+–\w+|\d+-\d+|(?=.*[^\W\d_])(?=.*\d)[\w.,]+")
"""A word with a clitic, a range, and a number with a sign or letters of a script without spaces: 1.7万."""

_SHORT: Final = 2
"""Words of so many letters lean on the next one: de, of."""


@lru_cache(maxsize=64)
def joined(html: Markup) -> Markup:
    """Keep together in each text of a page's HTML what no line should part. The HTML must be well-formed.

    Quotes come again: on the pages of other languages, and where they are told beside their sources.
    """
    return Markup("".join(_parts(html)))  # noqa: S704 - only spans are put around words


def _parts(html: str) -> Iterator[str]:
    left = 0
    for match in _TAG.finditer(html):
        kind = match.lastgroup
        if kind == "name":
            if match["name"] in _LEFT:
                left += -1 if match["end"] else 1
            yield match[0]
        elif left:
            yield match[0]
        else:
            yield (
                _figure(match) if kind == "figure" else _LETTER_LAST.sub(r'<span class="nb">\1</span>', _text(match[0]))
            )


def _figure(match: re.Match[str]) -> str:
    """A figure, all of it kept together, or the groups of its words where it is too wide for that."""
    said = match["said"]
    if len(unescape(said)) <= WIDEST:
        return f'<span class="nb">{match[0]}</span>' if _SPACE.search(said) or _DASHED.fullmatch(said) else match[0]
    begun, ended = match.start("said") - match.start(), match.end("said") - match.start()
    return f"{match[0][:begun]}{_text(said, is_figure=True)}{match[0][ended:]}"


def _text(text: str, *, is_figure: bool = False) -> str:
    """A text with a span around each group of words, and each word that must not be parted."""
    written: list[str] = []
    done = 0
    for at in (found.start() for found in _WORD.finditer(text)) if is_figure else _starts(text):
        if at >= done:
            begun = max(text.rfind(" ", done, at), text.rfind("\n", done, at), done - 1) + 1
            ended, is_group = _group(text, begun, is_figure=is_figure)
            if is_group or _DASHED.fullmatch(text[begun:ended].strip(_BARE)):
                written += text[done:begun], '<span class="nb">', text[begun:ended], "</span>"
                done = ended
    return "".join((*written, text[done:])) if written else text


def _starts(text: str) -> Iterator[int]:
    """A place in each word with which a group of prose can begin, and in others: most words have none."""
    if _LETTER.match(text):
        yield 0
    yield from (found.start() + (found[0] in _BEFORE_WORDS) for found in _START.finditer(text))


def _group(text: str, begun: int, *, is_figure: bool) -> tuple[int, bool]:
    """Where the group of words ends that begins at a place, and whether it has several: each leans on the next."""
    words: list[str] = []
    ended, leans = begun, False
    for match in _WORD.finditer(text, begun):
        following = match[0]
        if words:
            leans = _leans(words, following, leans=leans, is_figure=is_figure)
            if not leans or len(unescape(" ".join((*words, following)))) > WIDEST:
                break
        words.append(following)
        ended = match.end()
    return ended, len(words) > 1


def _leans(words: list[str], following: str, *, leans: bool, is_figure: bool) -> bool:
    """Whether the last of the words stays with the next; `leans` says whether the one before stays with it."""
    word = words[-1]
    bare = word.lstrip(_BARE)
    if word[-1] in ".,;:!?…)" and not _ORDINAL.fullmatch(bare):
        return False
    is_word = bare.isalpha()
    if not is_word and _is_number(bare):
        return following[0].isalpha()
    is_next_number = not following.isalpha() and _NUMBER.fullmatch(following.strip(_BARE)) is not None
    if is_next_number:
        is_date = leans and following.strip(_BARE).isdigit() and _is_number(words[-2].lstrip(_BARE))
        return is_figure or bool(is_date)
    return is_word and (len(bare) == 1 or (leans and len(bare) <= _SHORT))


def _is_number(word: str) -> bool:
    return bool(_NUMBER.fullmatch(word) or _ORDINAL.fullmatch(word))

"""What a line never parts: a number and its unit, a bound and its number, the day and the month, “2024–2025”, “l-am”.

The words are put into a `span` that the style sheet does not break, so the text of the page, and whatever is copied
from it, stays as it was written. A group that would be too wide for a narrow screen is made of fewer words.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from markupsafe import Markup

from factsheet.patterns import regex

WIDEST: Final = 22
"""How many characters stay together at the most; wider groups would not fit beside a picture, or large text."""

MONEY: Final = regex(r"([A-Z]{1,3}[$€£¥])(?=[^0-9]|$)")
"""A money sign with letters, which would be turned round in a line from right to left: US$ shows as $US."""

_TAG: Final = regex(
    r'(?P<figure>(?P<link><a class="in"[^>]*>)?<(?P<element>data|time|mark)\b[^>]*>(?:<a\b[^>]*>)?'
    r"(?P<said>[^<]*)(?:</a>)?</(?P=element)>(?(link)</a>))"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*>|(?P<text>[^<]+)"
)
_LEFT: Final = frozenset({"code", "kbd", "pre", "samp", "svg", "table"})
"""The elements whose lines break as they do: code, drawings, and cells, which are as wide as their words."""

_SPACE: Final = regex(r"[ \n]")
_BARE: Final = "([{«„“”»’'\"‘)]}.,;:!?…"
_WORD: Final = regex(r"[^ \n]+")
_START: Final = regex(rf"[\d–-]|(?<![^ \n{re.escape(_BARE)}])[^\W\d_](?=[ \n])")
"""A sign in each word with which a group of prose can begin, and others: most words have none, and are passed over."""
_NUMBER: Final = regex(r"[^\W\d_]{0,3}[$€£¥+\u2212-]?\d(?:[\d.,:/\u00a0\u202f–-]*\d)?[%‰°]?")
_ORDINAL: Final = regex(r"\d{1,2}\.")
"""A day as German writes it: 13. November."""
_DASHED: Final = regex(r"[^\W\d_]{1,3}-\w+|\w+-[^\W\d_]{1,3}|\w+–\w+|\d+-\d+|(?=.*[^\W\d_])(?=.*\d)[\w.,]+")
"""A word with a clitic, a range, and a number with a sign or letters of a script without spaces: 1.7万."""

_SHORT: Final = 2
"""Words of so many letters lean on the next one: de, of."""


def joined(html: Markup) -> Markup:
    """Keep together in each text of a page's HTML what no line should part. The HTML must be well-formed."""
    return Markup("".join(_parts(html)))  # noqa: S704 - only spans are put around words


def _parts(html: str) -> Iterator[str]:
    left = 0
    for match in _TAG.finditer(html):
        if match["name"]:
            step = -1 if match["end"] else 1
            left += step if match["name"] in _LEFT else 0
            yield match[0]
        elif left:
            yield match[0]
        else:
            yield _figure(match) if match["figure"] else _text(match[0], is_figure=False)


def _figure(match: re.Match[str]) -> str:
    """A figure, all of it kept together, or the groups of its words where it is too wide for that."""
    said = match["said"]
    if len(unescape(said)) <= WIDEST:
        return f'<span class="nb">{match[0]}</span>' if _SPACE.search(said) or _DASHED.fullmatch(said) else match[0]
    begun, ended = match.start("said") - match.start(), match.end("said") - match.start()
    return f"{match[0][:begun]}{_text(said, is_figure=True)}{match[0][ended:]}"


def _text(text: str, *, is_figure: bool) -> str:
    """A text with a span around each group of words, and each word that must not be parted."""
    written: list[str] = []
    done = 0
    for start in (_WORD if is_figure else _START).finditer(text):
        at = start.start()
        if at >= done:
            begun = max(text.rfind(" ", done, at), text.rfind("\n", done, at), done - 1) + 1
            ended, is_group = _group(text, begun, is_figure=is_figure)
            if is_group or _DASHED.fullmatch(text[begun:ended].strip(_BARE)):
                written += text[done:begun], '<span class="nb">', text[begun:ended], "</span>"
                done = ended
    return "".join((*written, text[done:])) if written else text


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

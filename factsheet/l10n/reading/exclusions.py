"""Digits that are no figures: identifiers, times, versions, phone numbers, articles of laws, addresses.

Each test looks at a bounded stretch around the digits and gives the end of what is not to be read.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import regex
from factsheet.l10n.reading.context import Around
from factsheet.l10n.reading.fold import Folded
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import Label, Lexicon
from factsheet.l10n.reading.phrases import back_over_space, skip_space

Span = tuple[int, int]

_CHUNK: Final = regex(r"[^ \u00a0<>()\"]+")
_PHONE: Final = regex(r"\d[\d ()\-/]{6,22}\d")
_PHONE_DIGITS: Final = 9
_PROPER: Final = regex(r"(?<![\w-])[^\W\d_a-z]\w{2,}-\Z")
_LONGEST_PROPER: Final = 24
_FOOTNOTE: Final = regex(r"\d{1,3}\]")
_FOOTNOTES: Final = regex(r"\d{1,4}(?:(?:, ?| n\.? | ?[-–] ?)\d{1,4})+\]")
_BEHIND_NUMBER: Final = regex(r"[\d%€$£]\s?[\[^]\Z")
_GLUED: Final = regex(r"(?:\w|[./:+-](?=\w)){1,80}")
_LABELLED: Final = regex(r"\d(?:\d|[.,:/–-](?=\d)|\(\d{1,3}\)|[a-z](?!\w)){0,40}")
_PART: Final = regex(r"\d{1,2}\)")
_SCORE: Final = regex(r"\d{1,3}([.,]\d{1,2})?(?![\d.,]\d)")
_LONG: Final = regex(r"\d(?:[\dXx()+/–-]|[ .](?=[\d(])){0,40}")
_TIME: Final = regex(r"\d{1,2}(?:[.:h]\d{2})?(?!\d|[.,]\d)")
_HOUR: Final = regex(r"\d{1,2}(?:[.,:h]\d{2})?(?!\d|[.,]\d)")
_NAMES: Final = {Label.NAME: _LABELLED, Label.LONG_NAME: _LONG, Label.TIME: _HOUR}
_LINE_LEAD: Final = " \t>#*_("
_LEAD: Final = 12
_LIST_ORDINAL: Final = regex(r"\d{1,3}(?:\.\d{1,3}){0,5}(?:[.)](?: |\Z)|\.?(?= [^\W\d_]))")
_SHORT_ORDINAL: Final = regex(r"\d{1,3}(?:\.\d{1,3}){0,5}[.)](?: |\Z)")
_DECADE: Final = 2


def addresses(text: str) -> Iterator[Span]:
    """Give the places of URLs and e-mail addresses in a folded text."""
    if not _may_be_address(text):
        return
    for chunk in _CHUNK.finditer(text):
        if _may_be_address(chunk[0]):
            yield chunk.span()


def _may_be_address(text: str) -> bool:
    return "://" in text or "www." in text or "@" in text


@lru_cache(maxsize=1)
def _shapes() -> re.Pattern[str]:
    """Give what digits may begin that is no figure, in every language."""
    return regex("|".join(language("und").shapes))


def shape(text: str, at: int) -> int | None:
    """Give the end of a time, date, version, fraction, phone or other such name that starts at `at`."""
    found = _shapes().match(text, at)
    if found is not None:
        return found.end()
    before = text[at - 1] if at else ""
    if before == "+":
        phone = _PHONE.match(text, at)
        return phone.end() if phone and sum(map(str.isdigit, phone[0])) >= _PHONE_DIGITS else None
    if before in ("[", "^"):
        notes = None if _BEHIND_NUMBER.search(text, at - 3, at) else _FOOTNOTES.match(text, at)
        return notes.end() if notes else _end(_FOOTNOTE, text, at)  # behind a number is where it lies: "46 [43, 50]"
    return None


def ordinal_of_line(folded: Folded, at: int) -> int | None:
    """Give the end of the number of a list item or a heading, when one starts at the offset `at`."""
    start = folded.start(at)
    line = folded.original.rfind("\n", max(0, start - _LEAD), start) + 1
    lead = folded.original[max(line, start - _LEAD) : start]
    if (line == 0 and start >= _LEAD) or lead.strip(_LINE_LEAD):
        return None
    found = (_LIST_ORDINAL if "#" in lead else _SHORT_ORDINAL).match(folded.text, at)
    return None if found is None else found.end()


def labelled(lex: Lexicon, folded: Folded, at: int) -> int | None:
    """Give the end of a number that a word right before makes a name: "art. 5", "Table 2", "tel. 021 …"."""
    text, plain = folded.text, folded.plain
    place = back_over_space(plain, at)
    if plain[place - 1 : place] == "(":
        place = back_over_space(plain, place - 1)
    label = lex.labels.before(plain, place)
    if label is None or label[0] is Label.NONE or (label[0] is Label.SCORE and _is_score(lex, plain, at)):
        return None
    return _end(_NAMES.get(label[0], _LABELLED), text, at)


def _is_score(lex: Lexicon, plain: str, at: int) -> bool:
    """Tell a score from the number of a note: it has decimals, or says out of how much it is."""
    score = _SCORE.match(plain, at)
    if score is None or score[1]:
        return score is not None
    words = (word for word in lex.language.out_of if word.isalpha())
    return any(re.match(rf" {word} \d", plain[score.end() :]) for word in words)


def continues_label(lex: Lexicon, text: str, end: int, at: int) -> bool:
    """Tell whether only a dash or an "and" stands between a labelled number's end and the next number, or brackets."""
    if end > 0 and text[end:at] in (" (", "(") and _PART.match(text, at):
        return True  # "Article 46 (2) of the law"
    return end > 0 and _next_of_label(lex.language.joins).fullmatch(text, end, at) is not None


@lru_cache(maxsize=64)
def _next_of_label(joins: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, ("&", *joins)))
    return regex(rf"\)?(?: ?[-–] ?| (?:{words}) )\(?")


def _end(pattern: re.Pattern[str], text: str, at: int) -> int | None:
    found = pattern.match(text, at)
    return None if found is None else found.end()


def glued(lex: Lexicon, plain: str, digits: Span, found: Around) -> int | None:
    """Give the end of a name the digits are part of ("COVID-19", "G20", "5G", "2nd"), None for a number."""
    start, end = digits
    if found.start == start and _glued_before(plain, start, end):
        return _end(_GLUED, plain, start)
    if found.end == end:
        return _glued_after(lex, plain, start, end)
    return None


def is_proper(plain: str, start: int) -> bool:
    """Tell whether digits end a word with a capital and a hyphen, and count nothing: "Covid-19 deaths"."""
    return _PROPER.search(plain, start - _LONGEST_PROPER, start) is not None


def _glued_before(plain: str, start: int, end: int) -> bool:
    before, second = plain[start - 1 : start], plain[max(start - 2, 0) : max(start - 1, 0)]
    if before in ("_", "\\", "^", "@", "×") or _cased(before) or (before == "/" and second in ("", " ", "(")):
        return True
    if before == "+":
        return _cased(second)  # "t+30"
    if before in ("-", "/", "."):
        return _cased(second) or (second.isdigit() and before != "-") or second == ")"
    if before == ":":
        return second.isdigit()
    return before == "'" and end - start == _DECADE and not second.isalnum()


def _glued_after(lex: Lexicon, plain: str, start: int, end: int) -> int | None:
    following = plain[end : end + 2]
    is_dotted = lex.language.ordinal_dot and plain.startswith(". ", end) and plain[end + 2 : end + 3].islower()
    if is_dotted or lex.ordinals.after(plain, end):
        return end
    time = _TIME.match(plain, start)
    if time and time.end() == end and lex.time_after.after(plain, skip_space(plain, end)):
        return end
    is_cased = _cased(following[:1]) and not lex.units.after(plain, end)
    is_name = is_cased or (following[:1] == "-" and following[1:].isupper())
    return _end(_GLUED, plain, start) if is_name else None


def _cased(char: str) -> bool:
    """Tell a letter of a script with capitals: in others, words are glued to digits freely."""
    return char.isalpha() and char.lower() != char.upper()

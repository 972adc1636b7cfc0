"""Numbers of which nothing tells what they are: they count no noun, measure, price, compare and sum up nothing.

"41", "on the 747", "it was 28", "in (588)" and "Solon (594)" may be ages, names, marks of notes, articles of a law or
counts. A number that stands alone in its text or behind its name and a colon says the value of something.
"""

from collections.abc import Sequence
from typing import Final

from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.text import WORD, FoldedText, is_before_noun, sentence, words_near
from factsheet.core.patterns import regex

_LARGEST: Final = 10_000
_LEAST: Final = 1000
_REACH: Final = 40
_VALUE_OF: Final = regex(r"(?:[:=]| [–—-]) ?\Z")
_ENDS: Final = regex(r"[ .;]*(?:\n|\Z)")
_WORD_OR_SIGN: Final = regex(r"[ ,–—:/±-]*(?:[^\W\d_]+\.?)?[ ,–—-]*")
"""What joins the numbers of one thing: "3 of 79 seats", "173 to 140 votes", "18, 20 and 27 members"."""


def mark_lone(text: FoldedText, found: Sequence[Statement], nouns: Nouns) -> None:
    """Mark the typed numbers of which nothing tells what they are; `nouns` are those that the metrics count."""
    is_part = False
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        is_part = at + 1 < len(found) and _goes_with(text, one, found[at + 1], is_part=is_part)
        if _is_bare(text, one) and not (is_part or _follows(text, found, at) or _is_told(text, one, nouns)):
            one.lone = True


def _is_bare(text: FoldedText, one: Statement) -> bool:
    """Tell a whole number that counts no noun, and has no sign, unit, bound, group of digits or word beside it."""
    return (
        one.kind is StatementKind.COUNT
        and one.is_bare
        and one.ulp == 1
        and 0 <= (one.value or 0) < _LARGEST
        and not (one.bound and (one.soft or (one.value or 0) >= (_LEAST if one.bound == "about" else 2)))
        and not (one.changes or one.beside or one.conflict)
        and text.plain[one.digits[0] : one.digits[1]].isdecimal()
        and not is_before_noun(text, one)
    )


def _goes_with(text: FoldedText, one: Statement, following: Statement, *, is_part: bool) -> bool:
    """Tell whether a number goes with the next one, which is of something or goes with another: "3 of 79 seats"."""
    is_near = _WORD_OR_SIGN.fullmatch(text.plain, one.end, max(one.end, following.start)) is not None
    return is_near and (is_part or _is_of_something(following))


def _follows(text: FoldedText, found: Sequence[Statement], at: int) -> bool:
    """Tell whether "and" or "to" joins a number to the last one, which is of something: "20 members here and 7"."""
    is_led = text.word_before(found[at].start) in text.grammar.joins | text.grammar.to
    return is_led and at > 0 and _is_of_something(found[at - 1])


def _is_of_something(one: Statement) -> bool:
    is_figure = one.figure is not None or one.ulp != 1
    return one.kind is StatementKind.COUNT and bool(is_figure or one.nouns or one.unit or one.currency or one.bound)


def _is_told(text: FoldedText, one: Statement, nouns: Nouns) -> bool:
    """Tell whether the sentence or the form of the text shows a figure: a noun of a metric, a sum, a change."""
    grammar, (start, end) = text.grammar, one.digits
    is_at_end = _ENDS.match(text.plain, end) is not None
    if is_at_end and (not text.plain[:start].strip() or _VALUE_OF.search(text.plain, max(0, start - 3), start)):
        return True  # a cell, a line of a list: "Cluj: 120"
    is_led = any(text.before(phrases, start) for phrases in (grammar.sums, grammar.exactly))
    if is_led or any(text.behind(phrases, end) for phrases in (grammar.counts_behind, grammar.parts_of)):
        return True  # "12 of its ways"
    led = text.before(grammar.amounts, start)
    if led is not None and text.before(grammar.singular, start) is None:
        return True  # "it costs 97", but not "it was 28"
    words = words_near(text, one)
    is_apart = text.plain[start - 1 : start] == "(" and text.plain[end : end + 1] == ")"  # perhaps the mark of a note
    return (not is_apart and not words.isdisjoint(grammar.totals | grammar.changed)) or _speaks_of_metric(
        text, one, words, nouns
    )


def _speaks_of_metric(text: FoldedText, one: Statement, words: frozenset[str], nouns: Nouns) -> bool:
    """Tell whether the sentence names what a metric counts, or the words behind its stop do: "1290. arrests"."""
    if not nouns.pairs:
        return False
    if text.grammar.spaced:
        behind = WORD.findall(text.lower[one.end : one.end + _REACH])[:1]
        return bool(nouns.of_any((*behind, *sorted(words))))
    first, last = sentence(text, one.start, one.end)
    return any(text.lower.find(noun, first, last) >= 0 for noun, _ in nouns.pairs)

"""Four digits that may be a year: what stands around them tells whether they are one, or count something."""

from typing import Final

from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.text import (
    BEFORE,
    WORD,
    FoldedText,
    is_before_name,
    is_before_noun,
    is_before_singular,
    is_of_change,
)
from factsheet.core.patterns import regex
from factsheet.l10n.reading.phrases import skip_space
from factsheet.l10n.reading.qualifiers import bound_before

YEARS: Final = (1500, 2100)
"""Four digits between these may be a year."""

STARTS: Final = regex(r"(?:\A|[.:;!?…。]|\n)[ \u00a0\"'„“«(*-]*\Z")
"""What stands before a place where a sentence begins."""

LEAD: Final = regex(r"([^\W\d_][^\W_]*\.?)[ \u00a0]\(?\Z")
"""The word right before a place."""

ONE_THING: Final = regex(r"(?<![^\W\d_])([^\W\d_]+)[ '’]([^\W\d_]+) \Z")
"""The two words right before a place, of which the first may be an article of one thing."""

_NEAR_YEARS: Final = (1900, 2060)
_OF_COUNTS: Final = frozenset(("over", "at-least", "nearly", "about"))
_QUARTER: Final = regex(r"(?:\b[TQHS][1-4]|\b(?:I|II|III|IV))[ \u00a0]\Z")
_VALUE_OF_YEAR: Final = regex(r"(?:1[89]|20)\d\d: \Z")
"""What stands before the number of a year: "(2024: 1800)"."""

_EARLIEST: Final = 1000
_FIRST_NAMED: Final = 100
_MOST_NAMED: Final = 3
_REACH: Final = 8
_TENS: Final = frozenset(range(0, 100, 10))
_COLON: Final = regex(r" ?: ?\Z")
_TITLE: Final = regex(r" [^\W\d_a-z][^\W\d_A-Z]+ (?:of )?[^\W\d_a-z]")
"""A name behind a year: "the 1863 Emancipation Proclamation", "the 1858 Treaty of Tientsin"."""

_BRACKET: Final = regex(r" ?\(")


def begins(text: FoldedText, at: int) -> bool:
    """Tell whether a sentence begins at a place."""
    return STARTS.search(text.plain, at - BEFORE, at) is not None


def year_or_count(text: FoldedText, found: Statement, years: tuple[int, int] | None) -> StatementKind:
    """Tell a year from a count; `years` are those that the texts speak of."""
    is_spoken_of = years is not None and found.value is not None and years[0] <= found.value <= years[1]
    has_noun = _has_noun(text, found)
    if found.bound == "about" and not (found.nouns or found.counted or is_linked(text, found)):
        return _about(text, found)
    is_other = years is not None and not is_spoken_of and has_noun
    if _is_count(text, found) or is_other or (not is_spoken_of and _is_sum(text, found)):
        return StatementKind.COUNT
    if not is_spoken_of and _is_amount(text, found):
        return StatementKind.DOUBT
    if not has_noun or _is_in_place_of_year(text, found):
        is_far = has_noun and not is_spoken_of and not _is_near(found)
        return StatementKind.DOUBT if is_far and _is_led_weakly(text, found) else StatementKind.YEAR
    return _at_beginning(text, found, is_spoken_of=is_spoken_of)


def _about(text: FoldedText, found: Statement) -> StatementKind:
    """Tell a year that nobody knows for sure: "since about 1960"; alone, "circa 1880" is in doubt."""
    bound = bound_before(text.grammar.lex, text.lower, found.digits[0])
    at = bound[1] if bound else found.digits[0]
    led = text.before(text.grammar.years_before, at)
    if text.before(text.grammar.years_before, found.digits[0]):
        return StatementKind.YEAR  # Italian "intorno al 1940"
    if text.before(text.grammar.amounts, at) or text.before(text.grammar.sums, at) or is_of_change(text, found):
        return StatementKind.COUNT
    is_year = led is not None and text.lower[led[1] : at].strip() not in text.grammar.years_weak
    return StatementKind.YEAR if is_year else StatementKind.DOUBT


def is_of_era(text: FoldedText, end: int) -> bool:
    """Tell whether what stands behind digits makes a year of them: 年, "833 AD", "49 a.C."; but not "12 ad pages"."""
    grammar, at = text.grammar, skip_space(text.lower, end)
    if grammar.years_behind.after(text.lower, end) or grammar.years_behind.after(text.lower, at):
        return True
    era = grammar.eras.after(text.lower, at)
    name = text.plain[at : era[1]] if era else ""
    return bool(name) and (name.isupper() or not name.isalpha())


def early_year(text: FoldedText, found: Statement) -> StatementKind | None:
    """Tell a year of the Middle Ages or before: "in 363;", "the year 1257", "until 1492,", "the summer of 1075".

    A word for a year makes one of three or four digits, and so does a season of four. What leads to later years makes
    one of four, "in" of three too, where they count nothing; in doubt where it stands before counts as well. In German
    four digits inside a clause are one, where no noun follows. None is given for other numbers.
    """
    value, start = found.value, found.digits[0]
    if value is None or not _FIRST_NAMED <= value < YEARS[0] or found.ulp != 1 or found.start != start or found.counted:
        return None
    if value >= _EARLIEST and found.bound == "about" and not (found.nouns or is_linked(text, found)):
        kind = _about(text, found)
        return None if kind is StatementKind.COUNT else kind
    if text.word_before(start) in text.grammar.year_heads or (_is_behind_season(text, start) and value >= _EARLIEST):
        return StatementKind.YEAR
    is_limit = found.bound is None or text.before(text.grammar.until, start) is not None
    return None if not is_limit or _is_sum(text, found) or _is_amount(text, found) else _led_early(text, found)


def _led_early(text: FoldedText, found: Statement) -> StatementKind | None:
    start, has_noun = found.digits[0], _has_noun(text, found)
    if text.before(text.grammar.years_in, start):
        return StatementKind.DOUBT if has_noun else StatementKind.YEAR
    is_early = found.value is not None and found.value < _EARLIEST
    if has_noun or not text.before(text.grammar.until if is_early else text.grammar.years_before, start):
        is_inside = bool(found.nouns) and not (has_noun or is_early or is_of_change(text, found))
        return StatementKind.YEAR if is_inside and text.grammar.own.capital_nouns else None
    if _is_led_weakly(text, found):
        return None if is_of_change(text, found) else StatementKind.DOUBT
    return StatementKind.DOUBT if is_early else StatementKind.YEAR


def _is_behind_season(text: FoldedText, start: int) -> bool:
    """Tell whether two words lead to a year, one before the other: "the summer of 1075", "nell'estate del 1075"."""
    led = text.before(text.grammar.years_before, start)
    at = led[1] if led else 0
    other = text.before(text.grammar.years_before, at)
    return other is not None and text.lower[other[1] : at].strip() not in text.grammar.stops


def is_decade(text: FoldedText, found: Statement) -> bool:
    """Tell a decade without its century, which counts nothing: Spanish "en los 80"."""
    is_tens = found.value in _TENS and not found.bound
    led = text.before(text.grammar.decades_before, found.start) if is_tens else None
    return led is not None and (not found.nouns or text.lower[led[1] : found.start].strip() not in text.grammar.stops)


def _has_noun(text: FoldedText, found: Statement) -> bool:
    """Tell whether four digits stand before something that they may count."""
    if not found.nouns or found.counted:
        return bool(found.nouns)
    return not _BRACKET.match(text.plain, found.end) and is_before_noun(text, found)  # "1956 (reprinted 1958)"


def _at_beginning(text: FoldedText, found: Statement, *, is_spoken_of: bool) -> StatementKind:
    """Tell what four digits before a noun are, where no word before them makes a year of them."""
    is_first = begins(text, found.digits[0])
    if is_first and (is_spoken_of or (_is_near(found) and is_before_singular(text, found))):
        return StatementKind.YEAR
    if is_before_name(text, found) or is_before_singular(text, found):
        return StatementKind.DOUBT
    is_known = bool(text.grammar.own.years_before)  # of other languages nobody has said what stands before a year
    may_be_year = (is_first and text.grammar.spaced) or not is_known
    return StatementKind.DOUBT if may_be_year and _is_near(found) else StatementKind.COUNT


def _is_sum(text: FoldedText, found: Statement) -> bool:
    """Tell whether a sum or a metric's noun stands before: "Total: 1850"; without a colon "total 2024" is of a year."""
    start = found.digits[0]
    colon = _COLON.search(text.plain, start - 3, start)
    if colon is None and _is_near(found):
        return False
    return bool(found.counted or text.before(text.grammar.sums, colon.start() if colon else start))


def _is_amount(text: FoldedText, found: Statement) -> bool:
    """Tell what something costs or has come to: "it costs 1999", "rose to 2000"."""
    start, grammar = found.digits[0], text.grammar
    if _stands_before_number(text, found.digits[1]):
        return False
    until = text.before(grammar.until, start)
    if until and not grammar.year_heads.isdisjoint(_words_before(text, until[1])):
        return False  # "in the years up to 2016"
    amount = text.before(grammar.amounts, start)
    if amount:
        return grammar.year_heads.isdisjoint(_words_before(text, amount[1]))  # "the base year is 1990"
    led = text.word_before(start)
    return led in grammar.years_weak and text.word_before(start - len(led) - 1) in grammar.changed


def _words_before(text: FoldedText, at: int) -> list[str]:
    return WORD.findall(text.lower[:at][-BEFORE:])[-_MOST_NAMED:]


def _stands_before_number(text: FoldedText, end: int) -> bool:
    """Tell whether the next number follows, or its bound: German "die Steuern betrugen 2007 rund 576 Mrd. Euro"."""
    at = skip_space(text.plain, end)
    bound = text.grammar.lex.bounds.after(text.lower, at)
    at = skip_space(text.plain, bound[1]) if bound else at
    return text.plain[at : at + 1].isdigit()


def _is_led_weakly(text: FoldedText, found: Statement) -> bool:
    """Tell whether the only word that makes a year of four digits stands before counts as well: "of 1850 visitors"."""
    start = found.digits[0]
    led = text.before(text.grammar.years_before, start)
    return led is not None and text.lower[led[1] : start].strip() in text.grammar.years_weak


def _is_count(text: FoldedText, found: Statement) -> bool:
    """Tell whether four digits count something: a metric's noun, behind a bound, or by a linking word."""
    start, end = found.digits
    is_led = text.before(text.grammar.years_before, start) is not None
    if text.behind(text.grammar.counts_behind, end) or _VALUE_OF_YEAR.search(text.plain, start - _REACH, start):
        return True
    if text.before(text.grammar.years_of, start) and found.nouns:
        is_summed = found.counted and text.before(text.grammar.sums, start)
        return bool(is_summed or (found.nouns[0] in text.grammar.people) or (found.counted and not _is_near(found)))
    if (found.counted and found.nouns and not is_led) or is_linked(text, found):
        return True
    is_from = found.bound == "at-least"  # German "ab 2024", unlike "around 1850 chairs"
    return found.bound in _OF_COUNTS and (not is_led or (bool(found.nouns) and not is_from))


def is_linked(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word that only stands behind counts follows: Romanian "2024 de telefoane"."""
    grammar, lower = text.grammar, text.lower
    link = grammar.lex.links.after(lower, skip_space(lower, found.digits[1])) if grammar.own.link_counts else None
    return link is not None and not lower.startswith(grammar.own.after_link, skip_space(lower, link[1]))


def _is_in_place_of_year(text: FoldedText, found: Statement) -> bool:
    """Tell whether four digits stand where years do: behind "in" or "since", a quarter, or a name."""
    grammar, (start, end) = text.grammar, found.digits
    has_ending = any(grammar.year_endings.after(text.lower, at) for at in (end, skip_space(text.lower, end)))
    is_quarter = _QUARTER.search(text.plain, start - BEFORE, start) is not None
    if has_ending or is_quarter or text.before(grammar.years_before, start):
        return True
    is_titled = _TITLE.match(text.plain, end) is not None and not grammar.own.capital_nouns
    if (_is_near(found) or is_titled or is_before_singular(text, found)) and text.before(grammar.articles, start):
        return True
    thing = ONE_THING.search(text.lower, start - BEFORE, start)
    if thing and thing[1] in grammar.own.singles:
        return True  # French "le budget 2024 suit"
    name = LEAD.search(text.plain, start - BEFORE, start)
    if name and len(name[1]) > 1 and name[1].isupper():
        return True  # an acronym is a name at the beginning of a sentence too: "PISA 2022 tested"
    return name is not None and name[1][0].isupper() and not begins(text, name.start())


def _is_near(found: Statement) -> bool:
    return found.value is not None and _NEAR_YEARS[0] <= found.value <= _NEAR_YEARS[1]

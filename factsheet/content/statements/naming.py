"""Whether a typed number is a figure, a year, or part of a name: asked in one order for every language."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from factsheet.content.statements import designating, yearlike
from factsheet.content.statements.comparing import OPEN, Statement, StatementKind
from factsheet.content.statements.framing import is_framing, is_labelled
from factsheet.content.statements.grammar import DURATIONS
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.text import BEFORE, FoldedText, is_before_name, is_before_singular, is_of_change
from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n.reading.phrases import skip_space

_YEAR_DIGITS: Final = 4
_LONGEST_NAME: Final = 10_000
_POSTCODE: Final = regex(r", \d{5,6} ([^\W\d_])")
_SHORTEST_CODE: Final = 8
_LONGEST_FRAME: Final = 101
_ROUND: Final = frozenset((10, 100, 1000, 10_000, 100_000, 1_000_000))
_UNLINKED: Final = frozenset(range(1, 20))
"""Numbers that count without a linking word in Romanian: "12 case", so that "linia 5 de metrou" is a name."""

_POINTED: Final = regex(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_COMPOUND: Final = regex(r"-[^\W\d_]{3}")
_FIRST_SHORT_YEAR: Final = 60


def kind_of(text: FoldedText, found: Statement, nouns: Nouns) -> StatementKind:
    """Tell what a number that nobody declared is in its sentence; `nouns` are those that the metrics count."""
    start, end = found.digits
    digits = text.plain[start:end]
    is_bare = found.currency is None and digits.isdecimal() and not found.odd
    is_free = is_bare and found.unit is None
    first, last = yearlike.YEARS
    year = is_bare and len(digits) == _YEAR_DIGITS and first <= (found.value or 0) <= last
    if (is_free or (year and found.unit == "year")) and yearlike.is_of_era(text, end):  # Polish "2021 roku"
        found.unit, found.value, found.end = None, Decimal(digits), end  # "1600 B.C.E." is no billion
        found.bound = None if text.before(text.grammar.until, start) else found.bound
        return StatementKind.YEAR if year else StatementKind.NAME
    named = _named_by_unit(text, found, digits)
    if named or (is_free and _is_named_behind(text, end)):
        found.unit = None
        return named or (StatementKind.COUNT if found.counted and text.grammar.spaced else StatementKind.NAME)
    if year and is_free:
        kind = yearlike.year_or_count(text, found, nouns.years)
        return StatementKind.NAME if kind in OPEN and not found.counted and is_labelled(text, found) else kind
    if (found.counted and found.unit not in DURATIONS) or found.odd:
        return _counted(text, found)
    early = yearlike.early_year(text, found) if is_free else None
    if early is not None:
        found.bound = None if early is StatementKind.YEAR else found.bound
        return early
    return _small(text, found, nouns, is_free=is_free)


def _named_by_unit(text: FoldedText, found: Statement, digits: str) -> StatementKind | None:
    """Tell numbers that no length of time counts: Japanese "17世紀" is the seventeenth, Dutch "20.30 uur" a time."""
    is_named = text.grammar.spaced and _is_named_behind(text, found.digits[1])  # Russian "19 века"
    is_unspaced = not (text.grammar.spaced or text.plain.startswith("間", found.end))
    if found.unit == "century" and (is_named or is_unspaced):
        return StatementKind.ORDINAL
    is_clock = found.unit == "hour" and "." not in text.grammar.lex.syntax.decimal and _POINTED.fullmatch(digits)
    return StatementKind.NAME if is_clock else None


def _counted(text: FoldedText, found: Statement) -> StatementKind:
    """Tell what a number is before the noun of a metric: a count, but "title 20 of the budget" is named."""
    is_part = not (found.bound or found.odd) and text.behind(text.grammar.parts_of, found.digits[1])
    if is_part and is_labelled(text, found):
        return StatementKind.NAME
    return StatementKind.RATE if _is_base_of_rate(text, found) else StatementKind.COUNT


def _is_named_behind(text: FoldedText, end: int) -> bool:
    grammar, at = text.grammar, skip_space(text.lower, end)
    named, other = (one.after(text.lower, at) for one in (grammar.names_behind, grammar.compounds_behind))
    return named is not None and (other is None or named[1] > other[1])


def _small(text: FoldedText, found: Statement, nouns: Nouns, *, is_free: bool) -> StatementKind:
    if is_framing(text, found, is_free=is_free) or (is_free and yearlike.is_decade(text, found)):
        return StatementKind.NAME
    if _is_rate(text, found):
        return StatementKind.RATE
    time = _of_time(text, found, is_free=is_free)
    if time is not None:
        return time
    return StatementKind.COUNT if found.currency or found.unit else _name_or_count(text, found, nouns, is_free=is_free)


def _of_time(text: FoldedText, found: Statement, *, is_free: bool) -> StatementKind | None:
    """Tell an age and a length of time; None for other numbers."""
    joined = text.grammar.own.joined_durations
    is_joined = bool(joined) and text.lower.startswith(tuple(f"-{one}" for one in joined), found.digits[1])
    is_named = bool(found.nouns and found.nouns[0].split("-")[0] in text.grammar.durations)
    is_time = found.unit in DURATIONS or is_named or is_joined
    if is_time and (is_free or found.unit in DURATIONS):
        return StatementKind.AGE if designating.is_age(text, found) else StatementKind.DURATION
    is_low = is_free and found.value is not None and found.value <= designating.OLDEST
    return StatementKind.AGE if is_low and designating.is_age(text, found) else None


def _name_or_count(text: FoldedText, found: Statement, nouns: Nouns, *, is_free: bool) -> StatementKind:
    """Tell a number behind a label or a name from others; at the beginning of a sentence every word has a capital."""
    linked = yearlike.is_linked(text, found)
    if linked and found.value is not None and Fraction(found.value) % 100 not in _UNLINKED:
        return StatementKind.COUNT
    is_small = is_free and found.value is not None and found.value < _LONGEST_FRAME and found.bound is None
    is_framed = is_small and text.before(text.grammar.frames, found.digits[0]) is not None  # "the last 10"
    is_name = is_labelled(text, found) or is_framed or _is_postcode(text, found)
    is_name = is_name or designating.is_day_of_week(text, found) or designating.is_short_year(text, found)
    if is_name or (not linked and designating.is_designated(text, found, nouns)):
        return StatementKind.NAME
    name = None if linked else _name_before(text, found)
    tests = (is_before_name, _is_code, _is_compound, _is_of_century, _is_of_one)
    if name is None and not linked and any(test(text, found) for test in tests):
        return StatementKind.DOUBT
    if name is None:
        is_alone = is_free and found.bound is None and found.ulp == 1 and not found.nouns
        return StatementKind.AGE if is_alone and designating.is_age_apart(text, found) else StatementKind.COUNT
    if text.plain[name : found.digits[0]].strip(" (").lower() in text.grammar.durations:
        return StatementKind.NAME  # "in Year 6 pupils sit tests"
    is_street = text.before(text.grammar.labels, name) is not None  # "str. Apolodor 17"
    is_version = "." in text.plain[found.digits[0] : found.digits[1]]  # one that changed is no literal any more
    is_start = is_version or (not is_street and yearlike.begins(text, name))
    return StatementKind.DOUBT if is_start or _is_behind_place(text, found, name) else StatementKind.NAME


def _is_behind_place(text: FoldedText, found: Statement, name: int) -> bool:
    """Tell whether the name before a number is of a place, and the number counts what follows: "in Kenya 45 people"."""
    if not found.nouns:
        return False
    grammar, before = text.grammar, LETTERS.findall(text.plain[:name][-BEFORE:])
    while before and before[-1][:1].isupper() and before[-1].lower() not in grammar.places:
        before.pop()  # "South Africa"
    words = [word.lower() for word in before[-2:]]
    if words and (words[-1] in grammar.quantifiers or words[-1] in grammar.own.articles):
        words.pop()
    return bool(words) and words[-1] in grammar.places


def _is_rate(text: FoldedText, found: Statement) -> bool:
    if text.grammar.per_behind.after(text.lower, found.end) is not None:
        return True
    is_round = found.value is not None and found.value in _ROUND and found.currency is None
    per = text.before(text.grammar.per, found.start) if is_round else None
    words = (text.word_before(per[1]), *found.nouns[:1]) if per else ()  # not "a crescut la 100.000"
    return per is not None and text.grammar.changed.isdisjoint(words)


def _is_base_of_rate(text: FoldedText, found: Statement) -> bool:
    """Tell a round number of what a metric counts behind words that can only be of a rate: "for every 10 visits"."""
    is_plain = found.value in _ROUND and not (found.odd or found.bound or found.changes)
    per = text.before(text.grammar.per, found.start) if is_plain else None
    return per is not None and " " in text.lower[per[1] : found.start].strip()


def _is_of_one(text: FoldedText, found: Statement) -> bool:
    """Tell a number between an article and a noun in the singular, which it cannot count: "the 99 freeway"."""
    is_many = any(noun.endswith(text.grammar.own.plurals or ("",)) for noun in found.nouns[:2])
    is_plain = found.is_bare and not (found.bound or found.changes or is_many) and found.ulp == 1
    return is_plain and text.before(text.grammar.articles, found.start) is not None and is_before_singular(text, found)


def _is_compound(text: FoldedText, found: Statement) -> bool:
    """Tell a number that a hyphen joins to what is no unit: "4-cylinder engine", "estradiol 17-beta"."""
    is_bare = not (found.unit or found.currency or found.bound or found.changes) and found.ulp == 1
    return is_bare and _COMPOUND.match(text.plain, found.digits[1]) is not None


def _is_of_century(text: FoldedText, found: Statement) -> bool:
    """Tell two digits that may be a year of our time and count nothing: Portuguese "subiu em 93 para US$ 116"."""
    start, end = found.digits
    is_short = end - start == designating.SHORT_YEAR and (found.value or 0) >= _FIRST_SHORT_YEAR
    is_free = is_short and not (found.nouns or found.bound) and is_of_change(text, found)
    return is_free and text.before(text.grammar.years_in, start) is not None


def _is_code(text: FoldedText, found: Statement) -> bool:
    """Tell digits that are too many to be read without groups, and count nothing: a telephone, a customs code."""
    start, end = found.digits
    is_long = end - start >= _SHORTEST_CODE and text.plain[start:end].isdecimal()
    if not is_long or found.bound or found.changes or is_of_change(text, found):
        return False
    return not found.nouns or text.plain[end + 1 : end + 2].isupper()


def _is_postcode(text: FoldedText, found: Statement) -> bool:
    """Tell whether five or six digits without groups stand between a comma and a name, as in an address."""
    code = _POSTCODE.match(text.plain, found.digits[0] - 2)
    return code is not None and code[1].isupper()


def _name_before(text: FoldedText, found: Statement) -> int | None:
    """Give where a word with a capital begins that stands right before and may make a name of it: "Apollo 11"."""
    start = found.digits[0]
    if found.bound or found.changes or start != found.start:
        return None
    digits = text.plain[start : found.digits[1]]
    is_name = digits.isdecimal() or _is_version(text, digits)
    if not is_name or found.value is None or found.value >= _LONGEST_NAME:
        return None
    lead = yearlike.LEAD.search(text.plain, start - BEFORE, start)
    if lead is None or not any(map(str.isupper, lead[1])):
        return None
    word = lead[1].lower().rstrip(".")
    return None if word in text.grammar.not_names or word in text.grammar.weekdays else lead.start()


def _is_version(text: FoldedText, digits: str) -> bool:
    """Tell digits that a point parts where decimals have a comma, or that end in a nought: "XPress 2.0"."""
    if designating.VERSION.fullmatch(digits) is None:
        return False
    is_number = "." in text.grammar.lex.syntax.decimal or text.grammar.own.capital_nouns
    return digits.endswith(".0") or not is_number

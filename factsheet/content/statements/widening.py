"""What stands around a number and makes it say more or something else, found before and behind it."""

from typing import Final

from factsheet.content.statements.comparing import PERCENT, POINTS, Statement
from factsheet.content.statements.grammar import unit_name
from factsheet.content.statements.heading import (
    begins_number,
    changes_behind,
    goes_on_behind,
    multiply,
    per_round_numbers,
    places_behind,
    rates_behind,
    said_apart,
)
from factsheet.content.statements.spelled import has_signs
from factsheet.content.statements.text import LAST_WORD, WORD, FoldedText
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.context import Around, look_around
from factsheet.l10n.reading.numerals import scaled, with_rest
from factsheet.l10n.reading.phrases import back_over_space, skip_space
from factsheet.l10n.reading.qualifiers import bound_before
from factsheet.l10n.reading.units import Measure, units_at

_REACH: Final = 24
_YEAR_DIGITS: Final = 4
_SIGN: Final = 2
"""How long a sign may be that is taken for another unit only where it measures the same: "m", "in"."""

_SIGNS_BEFORE: Final = "±∓^*×"
_MINUS: Final = "-−–"


def widen(text: FoldedText, found: Statement, places: int, floor: int, known: Measure | None, unit: str | None) -> None:
    """Read all that belongs to a number; `places` are its digits after the decimal sign."""
    around = Around(*found.digits)
    look_around(text.grammar.lex, text.plain, around, floor, known)
    value = found.value
    if value is not None:
        scale = around.scale or 0
        found.value, found.ulp = scaled(value, scale), scaled(found.ulp, scale - places)
        if around.rest:
            found.value, found.ulp = with_rest(found.value, found.ulp, around.rest)
    if around.negative and found.value is not None:
        found.value = found.value.copy_negate()
    found.start, found.end = around.start, around.end
    found.currency = around.currency
    found.unit = POINTS if around.points else PERCENT if around.percent else None
    if known is not None and unit and _is_in(known, text, found):
        found.unit = unit_name(unit)
    _ahead(text, found, is_scaled=around.scale is not None)
    _back(text, found)


def in_another_unit(loc: NumberLocale, text: FoldedText, found: Statement, unit: str | None) -> None:
    """Read the name or the sign of another unit behind a figure whose own does not follow: "12.5 m" of kilometres."""
    stops, at = text.grammar.stops, skip_space(text.plain, found.end)
    word = WORD.match(text.plain, at) if stops and not (found.unit or found.currency) else None
    if not unit or word is None or word[0].lower() in stops:
        return
    units, family = units_at(loc, text.plain, at), unit.partition("-")[0]
    alike = sorted(one for one in units if one.startswith(family) or len(word[0]) > _SIGN)
    if alike and unit not in units:
        found.unit = unit_name(alike[0])


def _is_in(known: Measure, text: FoldedText, found: Statement) -> bool:
    """Tell whether a number is in a unit that is known: the unit stands behind it, or was taken with it."""
    if known.ends(text.plain, found.digits[1]) is not None:
        return True
    tail = text.plain[found.digits[1] : found.end]
    head = text.plain[found.start : found.digits[0]].rstrip()
    is_behind = known.after.before(tail, len(tail)) is not None
    return is_behind or known.before.before(head, len(head)) is not None


def _ahead(text: FoldedText, found: Statement, *, is_scaled: bool) -> None:
    grammar = text.grammar
    if found.end == found.digits[1] and has_signs(text.plain[found.end : found.end + 1]):
        found.odd = True
        found.end += 1
    is_free = found.currency is None and found.unit is None
    if is_free and not is_scaled and found.figure is not None:
        multiply(found, grammar.lex.glued_scales.after(text.plain, skip_space(text.plain, found.end)), power=True)
    if is_free and is_scaled:
        scales, at = grammar.lex.scales_after, found.end
        multiply(found, text.behind(scales, at) or scales.after(text.plain, skip_space(text.plain, at)), power=True)
    if is_free:
        multiply(found, text.behind(grammar.multiples, found.end), power=False)
    if found.unit in {None, PERCENT}:
        points = text.behind(grammar.points, found.digits[1] if found.unit else found.end)
        if points is not None:
            found.unit, found.end = POINTS, points[1]
    parts = _longer_money(text, found) if found.currency else None
    if parts is not None:
        found.currency, found.end = parts
    if found.unit is None and found.currency is None:
        _measure(text, found)
    _clash(text, found)
    if found.figure is not None:
        said_apart(text, found)
        goes_on_behind(text, found)


def _longer_money(text: FoldedText, found: Statement) -> tuple[str, int] | None:
    """Find a name of money that begins as the one that was read and goes on: "old lei", behind a scale word too."""
    words = (one.start() for one in WORD.finditer(text.plain, found.digits[1], found.end))
    for at in (found.digits[1], *words):
        money = text.behind(text.grammar.money, at)
        if money is not None and money[1] > found.end:
            return money
    return None


def _measure(text: FoldedText, found: Statement) -> None:
    money = text.behind(text.grammar.money, found.end) or text.behind(text.grammar.lex.money_after, found.end)
    if money is not None and not begins_number(text, money[1]):
        found.currency, found.end = money
        return
    unit = text.behind(text.grammar.units, found.end)
    unit = None if unit is None else _by_case(text, found.end, unit)
    is_long = found.digits[1] - found.digits[0] == _YEAR_DIGITS
    at = skip_space(text.lower, found.end) if is_long else found.end
    year = text.grammar.years_behind.after(text.lower, at)  # "年" of "2020年" and "1885 году", not of "3年間"
    if unit is not None and not (_is_verb(text, found, unit[1]) or (year and year[1] >= unit[1])):
        found.unit, found.end = unit
        rest = text.behind(text.grammar.lex.rests, found.end)
        if rest is not None and found.value is not None:  # "two hours and a half"
            (found.value, found.ulp), found.end = with_rest(found.value, found.ulp, rest[0]), rest[1]


def _by_case(text: FoldedText, at: int, unit: tuple[str, int]) -> tuple[str, int] | None:
    """Tell signs apart that capitals make others of: "600 Mb/s" are bits, and "12 M" are no metres."""
    sign = text.plain[at : unit[1]].strip()
    is_rate = sign[1:] == "b" and text.plain.startswith(("/s", "ps"), unit[1])
    return None if sign == "M" else (unit[0].replace("byte", "bit"), unit[1]) if is_rate else unit


def _is_verb(text: FoldedText, found: Statement, end: int) -> bool:
    """Tell a verb behind a year that looks like a unit: Italian "nel 2024 ha aperto", but "1800 ha di bosco"."""
    word, grammar = text.lower[found.end : end].strip(), text.grammar
    following = WORD.match(text.lower, skip_space(text.lower, end))
    is_said = word in grammar.stops and following is not None and following[0] not in grammar.own.parts_of
    return is_said and text.before(grammar.years_before, found.start) is not None


def _clash(text: FoldedText, found: Statement) -> None:
    """Note a currency, per cent or unit that stands beside another one."""
    if found.currency is None and found.unit is None:
        return
    lex = text.grammar.lex
    bracket = found.end + 2 * text.plain.startswith(" (", found.end) + text.plain.startswith("（", found.end)
    for phrases, at in ((lex.money_after, found.end), (text.grammar.money, found.end), (lex.money_after, bracket)):
        money = text.behind(phrases, at) or phrases.after(text.plain, skip_space(text.plain, at))
        if money is not None and money[0] != found.currency and not begins_number(text, money[1]):
            found.conflict, found.end = money[0], money[1]
            return
    percent = text.behind(lex.percent, found.end)
    if percent is not None and found.unit not in {PERCENT, POINTS}:
        found.conflict, found.end = PERCENT, percent[1]
        return
    unit = text.behind(text.grammar.units, found.end) if found.unit != POINTS else None
    if unit is not None and unit[0] != found.unit and not text.lower.startswith("-", found.end):
        found.conflict = unit[0]


def _back(text: FoldedText, found: Statement) -> None:
    grammar, lower = text.grammar, text.lower
    money = grammar.lex.money_before.before(text.plain, back_over_space(text.plain, found.start))
    if money is not None and found.currency not in {None, money[0]}:
        found.conflict, found.start = money
    at = found.start
    changes: list[str] = []
    if not text.is_silent_before(at):
        at, changes = _words_before(text, found)
    else:
        _bound_behind(text, found)
    changes += changes_behind(
        text, found.end, (grammar.multipliers_behind, grammar.negations_behind, grammar.lex.rests)
    )
    found.changes = tuple(changes[:1])
    found.beside = next(changes_behind(text, found.end, (grammar.differences,)), "")
    if found.figure is not None and not found.beside:
        found.beside = next(rates_behind(text, found.end), "") or next(per_round_numbers(text, found.end), "")
        rate = text.before(grammar.rates_before, at) if not found.beside else None
        found.beside = lower[rate[1] : at].strip() if rate else found.beside
    numbered = text.before(grammar.numbered, found.start) if not found.beside else None
    if numbered is not None:
        found.beside = lower[numbered[1] : found.start].strip()


def _words_before(text: FoldedText, found: Statement) -> tuple[int, list[str]]:
    """Read the sign, the bounds and the words before a number that make another of it; give where they begin."""
    grammar, lower = text.grammar, text.lower
    at = _sign(text, found, found.start)
    may_be_bound = not (grammar.bounds_are_words and text.lacks(grammar.lex.bounds))
    bound = bound_before(grammar.lex, text.lower, at) if may_be_bound else None
    exactly = text.before(grammar.exactly, at) if may_be_bound and bound is None else None
    if exactly is not None:  # "over exactly 12" denies itself as "exactly over 12" does
        bound = bound_before(grammar.lex, text.lower, exactly[1])
    noun = None
    if bound is None and may_be_bound and (grammar.own.noun_first or grammar.own.verb_first):
        noun = LAST_WORD.search(text.plain, at - _REACH, at)
    if noun is not None and (grammar.own.noun_first or text.before(grammar.verbs, noun.start())):
        bound = bound_before(grammar.lex, text.lower, noun.start())  # "تتجاوز الديون 5"
    if bound is not None:
        found.bound, at = bound
        verb = text.before(grammar.verbs, found.start)
        found.soft = verb is not None and (bound[0] != "about" or verb[1] <= at)
        at = _sign(text, found, at)
        second = bound_before(grammar.lex, text.lower, at)
        if second is not None and second[0] != found.bound:
            found.second_bound, at = second
        if exactly or text.before(grammar.exactly, at):
            found.second_bound = "exactly"
    _bound_behind(text, found)
    article = text.before(grammar.articles, at) if not text.lacks(grammar.multipliers) else None
    tries = [(grammar.multipliers, at), (grammar.negations, at)]
    tries += [(grammar.multipliers, article[1])] if article else []
    hits = (text.before(phrases, place) for phrases, place in tries)
    own = grammar.lex.language.ordinal_words  # "the second half" is a time, and no part
    return at, [lower[hit[1] : at].strip() for hit in hits if hit and text.word_before(hit[1]) not in own]


def _sign(text: FoldedText, found: Statement, at: int) -> int:
    """Take a minus in words, or a sign that no number has, right before a place; give where it begins."""
    minus = text.before(text.grammar.minus, at)
    if minus and ((bound := bound_before(text.grammar.lex, text.lower, at)) is None or bound[1] >= minus[1]):
        if found.value is not None:
            found.value = found.value.copy_negate()
        return minus[1]
    before = text.plain[back_over_space(text.plain, at) - 1 : back_over_space(text.plain, at)] if at else ""
    if before and before in _SIGNS_BEFORE:
        found.odd = True
        return at
    sign = text.plain[at - 1 : at] if at else ""
    opens = at < 2 or text.plain[at - 2] in " ([\u00a0"  # noqa: PLR2004
    if at != found.start and sign and sign in _MINUS and opens and found.value is not None:
        found.value = found.value.copy_negate()
        return at - 1
    return at


def _bound_behind(text: FoldedText, found: Statement) -> None:
    """Take the bounds behind a number: right behind it, or behind what it counts."""
    if text.lacks(text.grammar.behind):
        return
    inside = () if text.grammar.spaced else (found.digits[1],)  # Chinese "400多万"
    for at in (*inside, *places_behind(text, found.end)):
        hit = text.behind(text.grammar.behind, at)
        if hit is not None and _is_behind(text, at, hit[1], is_next=at == found.end):
            _take_bound(found, hit[0])
            found.end = hit[1] if at == found.end else found.end
            second = text.behind(text.grammar.behind, hit[1])
            if second is not None:
                _take_bound(found, second[0])
            return


def _is_behind(text: FoldedText, at: int, end: int, *, is_next: bool) -> bool:
    """Tell whether a bound that ends here limits what stands before it, not what follows: "61% read at least one"."""
    word = WORD.match(text.lower, skip_space(text.lower, end))
    following = text.lower[skip_space(text.lower, end) :][:1]
    own = text.grammar
    is_counted = word is not None and word[0] in {*own.lex.language.numbers.articles, *own.quantifiers}
    is_number = following.isdecimal() or is_counted
    if not own.spaced and text.lower.startswith((*own.lex.language.rise_stems, *own.lex.language.fall_stems), end):
        return False  # "18度まで下がった"
    others = (own.lex.bounds.after(text.lower, one.start()) for one in WORD.finditer(text.lower, at, end))
    if any(one is not None and one[1] > end for one in others):
        return False  # "3 million and more than 10 million"
    is_last = not is_number and (word is None or (word[0] in own.stops and word[0] not in own.own.thans))
    is_other = text.grammar.lex.bounds.before(text.lower, end) is not None
    return is_last or not text.grammar.spaced or (is_next and not is_other)


def _take_bound(found: Statement, bound: str) -> None:
    if found.bound is None:
        found.bound = bound
    elif bound != found.bound:
        found.second_bound = bound

"""What a figure leaves to its text must be said there, and what stands beside a whole figure adds nothing to it."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.checks.mentions import Mention
from factsheet.checks.reading import is_called_rate, is_relative
from factsheet.content.kinds import kind_of
from factsheet.content.statements.comparing import PERCENT, POINTS, MetricFacts, Statement
from factsheet.content.statements.grammar import DURATIONS, Grammar, grammar, unit_name
from factsheet.content.statements.heading import per_behind
from factsheet.content.statements.nouns import share
from factsheet.content.statements.text import WORD
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import CLOCK_SIGNS
from factsheet.l10n.reading.currencies import calls_other, is_in
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.numerals import read as numerals
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS, Phrases, back_over_space, joins, skip_space
from factsheet.l10n.reading.rates import denominators, is_out_of, side_of_zero
from factsheet.l10n.reading.units import units_at

BARE: Final = frozenset(("number", "size"))
"""The forms that may leave out in what a figure is."""

_PLUS: Final = regex(r"(?:\A|[ (\[\n\u00a0])\+\Z")
"""A plus that makes a change of the number right behind it."""

_REACH: Final = 40
_STEP: Final = 5
"""How many words apart denominators are looked for: each look reads as many words on."""

_LEAST: Final = 3
_SECOND: Final = 2
"""How many words a second denominator has: "a week"."""
_FEW: Final = 4
"""How many words behind a name may say what it is per: "births per 1,000 people"."""
_PIECE: Final = regex(r"[^\s]+")
_ARROW: Final = regex(r"[ \u00a0]?(?:→|⇒|-+>|=>)[ \u00a0]?\d")
_STARTS: Final = regex(r"(?<!\w)\w|[^\w\s]")
_SIGNS: Final = frozenset("+-\u2212")
_SIGNS_BEHIND: Final = frozenset("\u2030\u2031\u00b0")
"""Per mille and degrees: glued to the noun of a figure they make no sense, but are read."""

_ENDING: Final = regex(r"(-?)([^\W\d_]+)")
"""Letters right behind a figure, or a hyphen and letters."""
_SIGN_BEFORE: Final = regex(r"(?:\A|[\s(])[-+\u2212\u2013]\Z")
_MONEY: Final = regex(r"[$\u00a2-\u00a5\u20a0-\u20cf] ?\Z")
"""The sign of a currency right before a figure."""
_PAUSES: Final = " \u00a0:(,"
_SENTENCE_END: Final = frozenset(".,;:!?)")


def left_out(at: Mention, own: Statement, read: Statement, facts: MetricFacts) -> Statement | None:
    """Give the statement that a text should make, where nothing in it or over it says in what its figure is."""
    loc, text, missing = at.loc, at.context, own
    is_free = own.currency is None and own.unit is None and read.currency is None and read.unit is None
    if is_free and facts.currency is not None and not names_money(loc, text, facts.currency):
        missing = replace(missing, currency=facts.currency)
    if is_free and facts.unit is not None and not names_unit(loc, text, facts.unit):
        missing = replace(missing, unit=facts.unit)
    per = at.figure.metric.per
    if per is not None and missing is own and not _names_per(loc, text, per):
        missing = replace(missing, beside=f"/{per}")
    return None if missing is own else missing


@lru_cache(maxsize=1_024)
def names_money(loc: NumberLocale, text: str, currency: str) -> bool:
    """Tell whether a text names a currency anywhere, by a sign or a name."""
    own, plain, lower = _prepared(loc, text)
    after, done = own.lex.money_after, 0
    lists = ((after, plain), (after, lower), (own.lex.money_before, plain), (own.money, lower))
    for at in _places(own, plain):
        for phrases, where in lists if at >= done else ():
            hit = phrases.after(where, at)
            done = max(done, hit[1]) if hit is not None else done
            if hit is not None and is_in(loc, plain[at : hit[1]], hit[0].partition("/")[0], currency):
                return True
    return False


@lru_cache(maxsize=1_024)
def names_unit(loc: NumberLocale, text: str, unit: str) -> bool:
    """Tell whether a text names a unit anywhere: per cent, points or a unit of CLDR without its family."""
    own, plain, lower = _prepared(loc, text)
    starts = _places(own, plain)
    if unit in {PERCENT, POINTS}:
        phrases: Phrases[bool] = own.lex.percent if unit == PERCENT else own.points
        hits = (phrases.after(plain, at) or phrases.after(lower, at) for at in starts)
        return any(hit is not None and hit[0] for hit in hits)
    is_signed = unit in CLOCK_SIGNS and CLOCK_SIGNS[unit] in WORD.findall(plain)
    return is_signed or any(unit in map(unit_name, units_at(loc, plain, at)) for at in starts)


def _names_per(loc: NumberLocale, text: str, per: Decimal | str) -> bool:
    if isinstance(per, str) and per not in DURATIONS and names_unit(loc, text, per):
        return True  # "a cubic metre costs"
    starts = list(_STARTS.finditer(text))
    places = (0, *(one.start() for one in starts[::_STEP]), *(one.end() for one in starts if not one[0].isalnum()))
    return any(per in denominators(loc, text, at) for at in places)


def _places(own: Grammar, plain: str) -> list[int]:
    """Give where a word or a sign may begin; in a script without spaces, everywhere."""
    return [found.start() for found in _STARTS.finditer(plain)] if own.spaced else list(range(len(plain)))


def _prepared(loc: NumberLocale, text: str) -> tuple[Grammar, str, str]:
    own = grammar(loc)
    plain = fold(text, own.code).plain
    return own, plain, plain.lower()


def adds_to_it(at: Mention) -> bool:
    """Tell whether a scale word follows a whole figure, or a per cent one that is no number: "$97 million billion".

    The sign before the next figure is that figure's own: Turkish "97 %12,5".
    """
    loc, block, shown, figure = at.loc, at.block, at.shown, at.figure
    kind = kind_of(figure.metric)
    if not is_relative(figure.metric) and (
        _PLUS.search(block.text, shown.start - 2, shown.start) or block.text.startswith("×", shown.end)
    ):
        return True
    is_bare = shown.text == figure.number and kind.is_number
    if is_bare or kind.is_time:
        return False
    own, behind = grammar(loc), fold(at.behind(_REACH), loc.code).plain
    start = 1 if behind.startswith("-") else skip_space(behind, 0)
    if behind[:1] in _SIGNS_BEHIND or (
        figure.metric.currency and _MONEY.search(block.text, shown.start - 2, shown.start)
    ):
        return True
    if not behind or (start == 0 and joins(behind[0]) and own.spaced):
        return False
    link = own.lex.links.after(behind, start)
    places = (start, skip_space(behind, link[1])) if link else (start,)
    if _is_of_other_money(loc, behind[start:], figure.metric.currency):
        return True
    is_percent = kind.unit_text(figure.metric) == "%"
    added = (
        shown.end + place
        for place in places
        if own.lex.scales_after.after(behind, place)
        or own.lex.percent.after(behind, place)
        or (is_percent and _is_in_points(own, behind, place))
    )
    found = next(added, None)
    return found is not None and not any(shown.end <= one.start <= found for one in block.shown)


def _is_in_points(own: Grammar, behind: str, at: int) -> bool:
    """Tell whether a percentage is called points behind its sign; "points to" is a verb."""
    word = WORD.match(behind, at)
    following = WORD.match(behind, skip_space(behind, word.end())) if word else None
    is_verb = following is not None and following[0].lower() in own.to
    return word is not None and word[0].lower() in own.bare_points and not is_verb


def _is_of_other_money(loc: NumberLocale, behind: str, currency: str | None) -> bool:
    """Tell whether the word behind an amount makes other money of it: "$48,000 Canadian", which counts nothing more."""
    words = WORD.findall(behind)[:2]
    if currency is None or not words or not behind.startswith(words[0]) or words[0] in grammar(loc).stops:
        return False
    is_last = len(words) == 1 or not behind[len(words[0]) :].startswith(" ") or words[1] in grammar(loc).stops
    return is_last and calls_other(loc, words[0], currency)


def is_inflected(at: Mention) -> bool:
    """Tell whether letters stand right behind the noun of a figure, or a hyphen and an ending: "96 keeper-s"."""
    ending = _ENDING.match(at.block.text, at.shown.end)
    endings = grammar(at.loc).own.endings if ending is not None and at.shown.text[-1:].isalpha() else {}
    return ending is not None and bool(endings) and (not ending[1] or ending[2] in " ".join(endings.values()).split())


def is_turned(at: Mention) -> bool:
    """Tell whether a sign stands before another, a plus before what is less than nought, or words above it behind."""
    loc, block, shown, metric = at.loc, at.block, at.shown, at.figure.metric
    if shown.text[:1] in _SIGNS and _SIGN_BEFORE.search(block.text, shown.start - _SECOND, shown.start):
        return True
    before = block.text[: shown.start][-_REACH:].lower()
    ahead = side_of_zero(loc, f" {PHRASE_ENDS.split(before.rstrip(_PAUSES))[-1]}", 0) if before[-2:-1] in _PAUSES else 0
    if not isinstance(metric.value, Decimal) or metric.value >= 0:
        return isinstance(metric.value, Decimal) and ahead < 0 < metric.value
    is_plus = grammar(loc).plus.before(before, back_over_space(before, len(before))) is not None
    return is_plus or ahead > 0 or side_of_zero(loc, block.text, shown.end) > 0


def is_of_another_rate(at: Mention) -> bool:
    """Tell whether a rate is per a second thing too, or the name of no rate is called one: "revenue per head"."""
    loc, block, shown, figure = at.loc, at.block, at.shown, at.figure
    own, behind = grammar(loc), block.text[shown.end : shown.end + _REACH]
    if figure.metric.out_of is not None:
        behind = CLAUSE_ENDS.split(at.beside[1][:_REACH])[0]
        most = (one.value for one in numerals(loc, behind) if is_out_of(loc, behind, one.start))
        return next(most, figure.metric.out_of) != figure.metric.out_of
    if figure.metric.per is not None:
        return shown.text != figure.number and _is_per(loc, block.text, shown.end)
    if figure.metric.change or figure.metric.interval is not None:
        difference = own.differences.after(block.text.lower(), skip_space(block.text, shown.end))
        if any(_is_per(loc, block.text, place) for place in (shown.end, difference[1] if difference else shown.end)):
            return not is_called_rate(loc, figure)
    before = at.before.lower()
    label = [word for word in WORD.findall(figure.label.lower()) if word not in own.stops and len(word) >= _LEAST]
    if not any(word[:_LEAST] in before for word in label):
        return False  # every form of a word begins as it does
    lead = PHRASE_ENDS.split(at.before)[-1]
    every = list(LETTERS.finditer(lead.lower()))
    for number, word in enumerate(every):
        if share(label, (word[0],)):
            beside = [one[0] for one in every[max(0, number - 1) : number + 2]]
            is_called = any(own.lex.language.per_units.get(one, "year") != "year" for one in beside)
            if is_called or per_behind(loc, lead[: _after_words(lead, word.end(), _FEW)], word.end()):
                return not is_called_rate(loc, figure)
    return False


def _is_per(loc: NumberLocale, text: str, at: int) -> bool:
    """Tell whether a phrase ends with what something is per: "a week", but not "a week earlier", which is when."""
    end = _after_words(text, at, _SECOND)
    following = WORD.match(text, skip_space(text, end))
    is_last = text[end - 1] in _SENTENCE_END or following is None or following[0].lower() in grammar(loc).stops
    return is_last and bool(per_behind(loc, text[:end], at))


def is_outdated(at: Mention) -> bool:
    """Tell whether an arrow leads from a figure to a typed number, as from what was wrong to what is right."""
    return _ARROW.match(at.behind(_FEW)) is not None and _ARROW.match(at.beside[1]) is not None


def is_multiplied(at: Mention) -> bool:
    """Tell whether what is no multiple is called one: "18 times fewer", Romanian "de 18 ori mai puțini"."""
    own, behind = grammar(at.loc), at.behind(_REACH).lower().lstrip(" \u00a0-")
    if kind_of(at.figure.metric).is_relative:
        return False
    word = next((one for one in own.lex.language.times if behind.startswith(f"{one.strip('-')} ")), "")
    return bool(word) and own.differences.after(behind, len(word.strip("-")) + 1) is not None


def _after_words(text: str, at: int, number: int) -> int:
    """Give where so many words behind a place end."""
    ends = [word.end() for word, _ in zip(_PIECE.finditer(text, at), range(number), strict=False)]
    return ends[-1] if ends else len(text)


def money_ahead(loc: NumberLocale, before: str) -> str | None:
    """Give the currency that a sentence says before its figure: "the loan in dollars was"; None where it says none."""
    own, plain = grammar(loc), fold(before, grammar(loc).code).plain.lower()
    for start in _STARTS.finditer(plain):
        link = own.money_links.after(plain, start.start())
        money = own.lex.money_after.after(plain, skip_space(plain, link[1])) if link else None
        following = WORD.match(plain, skip_space(plain, money[1])) if money else None
        if money and (following is None or following[0] in own.stops or following[0] in own.changed):
            return money[0].partition("/")[0]
    return None


ADDED: Final = (adds_to_it, is_inflected, is_turned)
"""What makes another number of a figure, whatever is read at it."""

RATED: Final = (is_of_another_rate, is_multiplied, is_outdated)
"""What makes a rate or a multiple of it."""

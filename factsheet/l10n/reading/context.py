"""What stands right before and right after a number: signs, scale words, money, percent, bounds."""

from decimal import Decimal
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n.reading.lexicon import Lexicon
from factsheet.l10n.reading.phrases import Phrases, Value, back_over_space, may_begin, may_end, skip_space
from factsheet.l10n.reading.units import Measure

_ASIDE: Final = regex(r"-\d[^-\n]{0,24}[^\W\d_]-(?!\w)")
"""What stands between dashes that touch it: "Ana -29 años- vive"."""
_OPENERS: Final = " \u00a0([{\"'«„“/=*_>|、。:（「"
_LONGER: Final = regex(r"\d[\d/]")
_YEAR_BEFORE: Final = regex(r"[12]\d{3}(?!\d|[½-¾⅐-⅞])")
_YEAR: Final = 4
_DASHES: Final = "-–"
_NOTHING: Final = Decimal(0)
_UNKNOWN: Final = "XXX"
"""The code of ISO 4217 for no currency."""
_CODE: Final = regex(r" ?\(?([A-Z]{3})\b\)?")
_LETTERS_END: Final = regex(r"[A-Za-z]{1,4}\Z")


@dataclass(slots=True)
class Around:
    """A number with what belongs to it; offsets into the folded text, widened as more is found."""

    start: int
    end: int
    negative: bool = False
    scale: int | None = None
    rest: Decimal = _NOTHING
    """The part that stands behind it: 0.5 for "3½" and "three and a half"."""
    currency: str | None = None
    percent: bool = False
    points: bool = False
    """Whether percentage points stand behind it."""
    unit_at: int | None = None
    """Where the unit that the number is known to be in begins behind it, if one does."""
    unit_to: int | None = None
    """Where that unit ends before it, if one does."""


def look_around(lex: Lexicon, plain: str, found: Around, floor: int, known: Measure | None = None) -> Around:
    """Widen a number of a `known` unit by the signs and words that belong to it, not reaching back below `floor`."""
    _look_both_ways(lex, plain, found, floor)
    if known is not None:
        _unit_back(plain, known, found, floor)
    _look_back(lex, plain, found, floor)
    if known is None or not _measured(lex, plain, known, found):
        _look_ahead(lex, plain, found)
    else:
        _rest_ahead(lex, plain, found)  # "doi ani și jumătate"
    return found


def _measured(lex: Lexicon, plain: str, known: Measure, found: Around) -> bool:
    """Widen by the unit, with or without a scale word before it, if it is there."""
    scale = lex.scales_after.after(plain, skip_space(plain, found.end), whole=False)
    after_scale = known.ends(plain, scale[1]) if scale and found.scale is None else None
    if scale and after_scale:
        found.scale, found.unit_at, found.end = scale[0], scale[1], after_scale
        return True
    end = known.ends(plain, found.end)
    if end is not None:
        found.unit_at, found.end = found.end, end
    return end is not None


def _unit_back(plain: str, known: Measure, found: Around, floor: int) -> None:
    """Widen by the unit before the digits, a minus between them included."""
    minus = plain[found.start - 1 : found.start] == "-"
    before = _before(known.before, plain, found.start - minus, floor, whole=False)
    if before is not None:
        found.negative |= minus
        found.unit_to, found.start = found.start - minus, before[1]


def _look_back(lex: Lexicon, plain: str, found: Around, floor: int) -> None:
    for _ in range(4):
        at = found.start
        if at <= floor:
            return
        if plain[at - 1] in "-–+" and _is_sign(lex, plain, at - 1, floor):
            found.start, found.negative = at - 1, plain[at - 1] != "+"
        elif not (_scale_back(lex, plain, found, floor) or _money_back(lex, plain, found, floor)):
            return


def _is_sign(lex: Lexicon, plain: str, at: int, floor: int) -> bool:
    """Tell a minus or plus from the dash of a range and the hyphen of a name."""
    if at == floor == 0:
        return True
    before = plain[at - 1]
    if lex.money_before.before(plain, back_over_space(plain, at), floor) is not None:
        # "US$ -97" and "$-97" are amounts; "CVE-2024" is a name but where money is written so.
        return not before.isalpha() or lex.minus_after_money
    if lex.minus_after_money and lex.rare_money.before(plain, at, floor) is not None:
        return True
    if before == "–":
        return plain[at] != before  # "-5–-3" is from -5 to -3
    if before in _OPENERS and not _ASIDE.match(plain, at):
        return plain[at] == "+" or not (
            before in " :" and at > 1 and (plain[at - 2].isdigit() or plain[at - 2] in "%$€£")
        )
    return False


def _look_both_ways(lex: Lexicon, plain: str, found: Around, floor: int) -> None:
    before = _before(lex.two_sided, plain, found.start, floor) if lex.two_sided else None
    after = before and before[0].after(plain, skip_space(plain, found.end))
    if before and after:
        found.start, (found.scale, found.end) = before[1], after


def _scale_back(lex: Lexicon, plain: str, found: Around, floor: int) -> bool:
    if found.scale is not None or not lex.scales_before:
        return False
    hit = _before(lex.scales_before, plain, found.start, floor) or _after_money(lex, plain, found.start, floor)
    if hit is None:
        return False
    found.scale, found.start = hit
    return True


def _after_money(lex: Lexicon, plain: str, at: int, floor: int) -> tuple[int, int] | None:
    """Find a scale word glued to the money before it (Sinhala)."""
    hit = lex.scales_before.before(plain, back_over_space(plain, at), floor, whole=False)
    if hit is None or lex.money_before.before(plain, hit[1], floor, whole=False) is None:
        return None
    return hit


def _money_back(lex: Lexicon, plain: str, found: Around, floor: int) -> bool:
    near = back_over_space(plain, found.start)
    if not may_end(lex.tails, plain, near) and not may_end(lex.tails, plain, found.start):
        return False
    if not found.percent and found.currency is None:
        percent = _before(lex.percent, plain, found.start, floor)
        if percent is not None and not (percent[1] > 0 and plain[percent[1] - 1].isdigit()):
            found.percent, found.start = True, percent[1]
            return True
        hit = _before(lex.money_before, plain, found.start, floor) or _rare_money(lex, plain, found, floor)
        if hit is not None and not (near - hit[1] == 1 and plain[hit[1]].isalpha() and plain[: hit[1]][-1:].isalpha()):
            found.currency, found.start = hit  # "元" of "紀元" is no money
            letters = None if plain[hit[1]].isalpha() else _LETTERS_END.search(plain, floor, hit[1])
            if letters is not None:  # "Mex$100": which dollars, the language does not say
                found.currency, found.start = _UNKNOWN, letters.start()
            return True
    return False


def _rare_money(lex: Lexicon, plain: str, found: Around, floor: int) -> tuple[str, int] | None:
    """Find money whose sign is mostly something else ("K", "TOP"), beside a minus: there it is not."""
    hit = _before(lex.rare_money, plain, found.start, floor)
    if hit is None or not (found.negative or plain[hit[1] - 1 : hit[1]] == "-"):
        return None
    return hit


def _before(
    phrases: Phrases[Value], plain: str, at: int, floor: int, *, whole: bool = True
) -> tuple[Value, int] | None:
    near = back_over_space(plain, at)
    found = phrases.before(plain, at, floor, whole=whole)
    return found or (phrases.before(plain, near, floor, whole=whole) if near != at else None)


def _look_ahead(lex: Lexicon, plain: str, found: Around) -> None:
    code = None if found.currency is None or plain[found.start].isalpha() else _CODE.match(plain, found.end)
    if code and lex.money_after.table.get(code[1], found.currency) != found.currency:  # "$100 CAD"
        found.currency, found.end = code[1], code.end()
    if not _has_more(lex, plain, found.end):
        return
    _scale_ahead(lex, plain, found)
    if _rest_ahead(lex, plain, found):
        _scale_ahead(lex, plain, found)
    if found.currency is None and not found.percent:
        _money_ahead(lex, plain, found)
        _rest_ahead(lex, plain, found)  # "doi lei și jumătate"


def _rest_ahead(lex: Lexicon, plain: str, found: Around) -> bool:
    at = skip_space(plain, found.end)
    rest = None if found.rest else lex.rests.after(plain, at) or lex.parts.after(plain, at)
    if rest is None or _LONGER.match(plain, rest[1] - 1) or _YEAR_BEFORE.match(plain, found.end - _YEAR):
        return False  # "In 2019 1/2 of them"
    found.rest, found.end = rest
    return True


def _has_more(lex: Lexicon, plain: str, end: int) -> bool:
    """Tell quickly whether anything that belongs to a number may stand behind it."""
    at = skip_space(plain, end)
    if at >= len(plain):
        return False
    if may_begin(lex.heads, plain, at) or (at != end and may_begin(lex.heads, plain, end)):
        return True
    link = lex.links.after(plain, at)
    if link is not None and may_begin(lex.heads, plain, skip_space(plain, link[1])):
        return True
    return plain.startswith("-", at) and may_begin(lex.heads, plain, at + 1)


def _scale_ahead(lex: Lexicon, plain: str, found: Around) -> None:
    if found.scale is not None:
        return
    at = skip_space(plain, found.end)
    is_joined = plain.startswith("-", at) and plain[at + 1 : at + 3].isalpha()  # "$70-million"
    hit = _before_money(lex, plain, lex.scales_after, at) or lex.scales_after.after(plain, at + is_joined)
    if hit is None and (at == found.end or found.currency is not None):
        hit = lex.glued_scales.after(plain, at)
    if hit is None:
        hit = _before_money(lex, plain, lex.glued_scales, at)
    if hit is not None:
        found.scale, end = hit
        found.end = found.end if lex.percent.after(plain, at) else end  # "3割" is 30 %, which `_money_ahead` takes


def _before_money(lex: Lexicon, plain: str, scales: Phrases[int], at: int) -> tuple[int, int] | None:
    """Find a scale word that money follows, be it glued to it: "kEUR", "m USD".

    Where letters can be parted in several ways, that which explains most of them holds: "kMXN" is k and MXN, not kM
    and XN; "MNT$" is M and NT$, not MNT; but "MCF" alone is that currency.
    """
    found, furthest = None, (lex.money_after.after(plain, at) or (None, at))[1]
    for scale, end in scales.every_after(plain, at):
        money = lex.money_after.after(plain, skip_space(plain, end))
        if money is not None and money[1] > furthest:
            found, furthest = (scale, end), money[1]
    return found


def _money_ahead(lex: Lexicon, plain: str, found: Around) -> None:
    at = skip_space(plain, found.end)
    link = lex.links.after(plain, at)
    places = (at,) if link is None else (at, skip_space(plain, link[1]))
    joined = (found.end + 1,) if link is None and plain.startswith("-", found.end) else ()
    points = next(filter(None, (lex.points.after(plain, place) for place in places)), None)
    percents = (lex.percent.after(plain, place) for place in (*places, *joined)) if points is None else ()
    percent = next((hit for hit in percents if hit is not None and hit[0]), None)
    if points is not None:
        found.points, found.end = True, points[1]
    elif percent is not None:
        found.percent, found.end = True, percent[1]
    else:
        moneys = (lex.money_after.after(plain, place) for place in places)
        found.currency, found.end = next(filter(None, moneys), (found.currency, found.end))

"""Amounts of money: sign, code or name of the currency, in full and in compact form."""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from factsheet.l10n import cldr, decimals, figures, ranges, supplement
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.decimals import Compacted, Display, compacted
from factsheet.l10n.figures import Affixes, FormattedNumber

CurrencyWidth = Literal["symbol", "narrow", "code", "name"]


def is_currency(code: str) -> bool:
    """Tell whether CLDR knows an ISO 4217 code."""
    return code in cldr.currency_codes()


def currency(  # noqa: PLR0913 - as many as a number has choices
    loc: NumberLocale,
    value: Decimal,
    code: str,
    *,
    width: CurrencyWidth = "symbol",
    display: Display = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write an amount of money, above zero with its `plus` where that is asked for.

    With `digits` None a whole amount has no decimals, any other at least those of its currency; a compact one
    as `decimal`. "compact-long" sets the scale word beside the sign: "$97 million". Raises `LosesDigits`.
    """
    if width == "name":
        shown = number(loc, value, code, display=display, digits=digits, exact=exact, plus=plus)
        return ranges.in_phrase(loc, shown, ("money", code, ""))
    writer = figures.writer(loc, "currency", money=True)
    if display == "compact-short":
        cut = compacted(loc, value, "currency", "short", digits=digits, exact=exact)
        return decimals.shorten(loc, cut, _short(loc, cut, code, width), writer, display=display, plus=plus)
    if (scaled := decimals.cut_by(loc, value, display, digits=digits, exact=exact)) is not None:
        return decimals.shorten(loc, scaled, _long(loc, scaled, code, width), writer, display=display, plus=plus)
    amount = _amount(value, code, digits, exact=exact)
    return decimals.around(loc, amount, _affixes(loc, code, width), writer.write(amount), plus=plus)


def number(
    loc: NumberLocale,
    value: Decimal,
    code: str,
    *,
    display: Display = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write the number of an amount, as the name of the currency follows it; arguments as for `currency`."""
    writer = figures.writer(loc, money=True)
    if (cut := decimals.cut_by(loc, value, display, digits=digits, exact=exact)) is not None:
        return decimals.shorten(loc, cut, decimals.compact_affixes(loc, cut), writer, display=display, plus=plus)
    amount = _amount(value, code, digits, exact=exact)
    return decimals.around(loc, amount, decimals.affixes(loc, "decimal"), writer.write(amount), plus=plus)


def _amount(value: Decimal, code: str, digits: int | None, *, exact: bool) -> Decimal:
    """Give the value with the decimals to show: none, or at least those of the currency."""
    if digits is not None:
        return figures.with_digits(value, digits, exact=exact)
    number = figures.plain(value)
    used = -int(number.as_tuple().exponent)
    return figures.with_digits(number, max(used, cldr.currency_digits(code)), exact=True) if used else number


@lru_cache(maxsize=2048)
def _affixes(loc: NumberLocale, code: str, width: CurrencyWidth) -> Affixes:
    return figures.affixes(loc, cldr.pattern(loc, "currency"), _symbol(loc, code, width))


@lru_cache(maxsize=2048)
def _symbol(loc: NumberLocale, code: str, width: CurrencyWidth) -> str:
    if width == "narrow":
        return cldr.currency_narrow(loc, code)
    return code if width == "code" else cldr.currency_symbol(loc, code)


def _short(loc: NumberLocale, cut: Compacted, code: str, width: CurrencyWidth) -> Affixes:
    """Give what stands around "97M" where the language has patterns for money."""
    if cut.pattern is None:
        return _affixes(loc, code, width)
    return figures.affixes(loc, cut.pattern, _symbol(loc, code, width))


def _long(loc: NumberLocale, cut: Compacted, code: str, width: CurrencyWidth) -> Affixes:
    """Set the scale word inside the pattern for money: CLDR has none for long compact money."""
    money = _affixes(loc, code, width)
    if cut.pattern is None:
        return money
    scale, minus, plus = figures.affixes(loc, cut.pattern), cldr.symbols(loc).minus, cldr.symbols(loc).plus
    return Affixes(
        _beside(money.before, scale.before, minus),
        _beside(scale.after, money.after, minus),
        _beside(money.minus_before, scale.before, minus),
        _beside(scale.after, money.minus_after, minus),
        _beside(money.plus_before, scale.before, plus),
        _beside(scale.after, money.plus_after, plus),
        scale.zeros,
    )


def _beside(left: str, right: str, minus: str) -> str:
    """Join two affixes; a no-break space keeps a currency off a word, but no minus off what it belongs to."""
    spaced = {unicodedata.category(char)[0] for char in left[-1:] + right[:1]} & {"Z"}
    return f"{left}\u00a0{right}" if left and right and not spaced and not left.endswith(minus) else left + right


# Quantities in the units of CLDR.

UnitWidth = Literal["long", "short", "narrow"]

_WIDTHS: Final[tuple[UnitWidth, ...]] = ("long", "short", "narrow")


@lru_cache(maxsize=1)
def unit_names() -> tuple[str, ...]:
    """Give the ids of all units, such as "length-kilometer", sorted."""
    return tuple(sorted(cldr.unit_ids()))


def is_unit(unit_id: str) -> bool:
    """Tell whether a unit exists, by its id with the kind of quantity ("length-kilometer") or without."""
    return unit_id_of(unit_id) is not None


@lru_cache(maxsize=512)
def unit_id_of(unit_id: str) -> str | None:
    """Give the full id of a unit, such as "length-kilometer" for "kilometer"; None for an unknown one."""
    ids = cldr.unit_ids()
    if unit_id in ids:
        return unit_id
    return next((full for full in unit_names() if full.partition("-")[2] == unit_id), None)


def unit(  # noqa: PLR0913 - as many as a number has choices
    loc: NumberLocale,
    value: Decimal,
    unit_id: str,
    *,
    width: UnitWidth = "long",
    display: Display = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write a quantity in a unit, named as for `is_unit`, above zero with its `plus` where that is asked for.

    Raises `KeyError` for an unknown unit, and `LosesDigits` as `decimal` does.
    """
    if (full := unit_id_of(unit_id)) is None:
        raise KeyError(unit_id)
    number = decimals.decimal(loc, value, display=display, digits=digits, exact=exact, plus=plus)
    return ranges.in_phrase(loc, number, ("unit", full, width))


def per(loc: NumberLocale, text: str, unit_id: str, *, width: UnitWidth = "long") -> str:
    """Write what a text says as a rate per unit: "20 passengers per day" (UTS #35, compound units).

    A unit without a pattern of its own for that takes the common one. Raises `KeyError` for an unknown unit.
    """
    if (full := unit_id_of(unit_id)) is None:
        raise KeyError(unit_id)
    widths: tuple[UnitWidth, ...] = (width, *(one for one in _WIDTHS if one != width))
    found = (cldr.unit_patterns(loc, full, one) for one in widths)
    own = next((patterns["per"] for patterns in found if "per" in patterns), None)
    if own is not None:
        return own.replace("{0}", text)
    name = unit(loc, Decimal(1), full, width=width)
    bare = name.text.replace(name.number, "", 1).strip(" \u00a0")
    return cldr.per_pattern(loc, width).replace("{1}", bare).replace("{0}", text)


# How large the units of CLDR are beside each other, exactly: a terawatt-hour is a thousand gigawatt-hours.
#
# The data are CLDR's rules of unit conversion (UTS #35, part 6; made by scripts/cldr/conversions.py). Units with a
# zero of their own, as degrees have, and those that CLDR converts by an approximation, are not converted.


@lru_cache(maxsize=128)
def convertible(unit: str) -> Mapping[str, Fraction]:
    """Give the other units of what a unit such as "energy-gigawatt-hour" measures, and how many of it each one is."""
    table = supplement.conversions()
    if unit not in table:
        return {}
    quantity = unit.partition("-")[0]
    bases, size = table[unit]
    return {
        other: Fraction(many) / Fraction(size)
        for other, (its_bases, many) in table.items()
        if other != unit and its_bases == bases and other.partition("-")[0] == quantity
    }


def multiplied(value: Decimal, factor: Fraction) -> Decimal | None:
    """Multiply a number by a factor; None where no decimal number is the product."""
    product = Fraction(value) * factor
    twos, fives = (_power(product.denominator, prime) for prime in (2, 5))
    if 2**twos * 5**fives != product.denominator:
        return None
    places = max(twos, fives)
    whole = product * 10**places
    return Decimal(f"{whole.numerator}E-{places}") if places else Decimal(whole.numerator)


def times_as_large(many: Decimal | str, one: Decimal | str) -> Fraction | None:
    """Give how many times one of two denominators of rates is the other: a megawatt-hour, 100 of them, 100,000 people.

    None where the two measure different things, are not converted exactly, or one number is no power of ten of the
    other: "6.7 per 1,001" is a misprint.
    """
    (its_count, its_unit), (count, unit) = _counted(many), _counted(one)
    if {str(part).rstrip("0") for part in (its_count / count).as_integer_ratio()} != {"1"}:
        return None
    if its_unit == unit:
        return its_count / count
    known = next((row for name, row in supplement.conversions().items() if name.partition("-")[2] == unit), None)
    its = next((row for name, row in supplement.conversions().items() if name.partition("-")[2] == its_unit), None)
    if known is None or its is None or known[0] != its[0]:
        return None
    return Fraction(its[1]) / Fraction(known[1]) * its_count / count


Amount = tuple[Decimal | None, str | None]
"""A number, and its unit without the family: 175, "mile"."""


def are_one(amount: Amount, other: Amount) -> bool:
    """Tell whether two amounts are one, as far as one of both is rounded: 175 miles, 280 km."""
    (mine, unit), (theirs, its_unit) = amount, other
    factor = convertible(unit_id_of(unit or "") or "").get(unit_id_of(its_unit or "") or "")
    if factor is None or not (mine and theirs):
        return False
    apart = abs(abs(Fraction(mine)) - abs(Fraction(theirs)) * factor)
    return apart <= max(_half_place(mine), _half_place(theirs) * factor)


def _half_place(value: Decimal) -> Fraction:
    """Half of the place of the last digit that is not 0: a number is rounded to it."""
    return Fraction(Decimal(5).scaleb(value.normalize().adjusted() - len(value.normalize().as_tuple().digits)))


def _counted(denominator: Decimal | str) -> tuple[Fraction, str]:
    """Part the number from the unit of a denominator such as `100-kilometer`; of a bare number, the unit is empty."""
    if isinstance(denominator, Decimal):
        return Fraction(denominator), ""
    number, _, unit = denominator.partition("-")
    return (Fraction(number), unit) if number.isdecimal() else (Fraction(1), denominator)


def _power(number: int, prime: int) -> int:
    """How often a prime number divides another."""
    power = 0
    while number % prime == 0:
        number //= prime
        power += 1
    return power

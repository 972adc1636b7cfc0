"""How large the units of CLDR are beside each other, exactly: a terawatt-hour is a thousand gigawatt-hours.

The data are CLDR's rules of unit conversion (UTS #35, part 6; made by scripts/cldr/conversions.py). Units with a zero
of their own, as degrees have, and those that CLDR converts by an approximation, are not converted.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factsheet.l10n import supplement
from factsheet.l10n.amounts import unit_id_of


@lru_cache(maxsize=128)
def others(unit: str) -> Mapping[str, Fraction]:
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


def times(value: Decimal, factor: Fraction) -> Decimal | None:
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
    factor = others(unit_id_of(unit or "") or "").get(unit_id_of(its_unit or "") or "")
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

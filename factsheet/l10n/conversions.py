"""How large the units of CLDR are beside each other, exactly: a terawatt-hour is a thousand gigawatt-hours.

The data are CLDR's rules of unit conversion (UTS #35, part 6; made by scripts/cldr/conversions.py). Units with a zero
of their own, as degrees have, and those that CLDR converts by an approximation, are not converted.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from factsheet.l10n import supplement


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


def _power(number: int, prime: int) -> int:
    """How often a prime number divides another."""
    power = 0
    while number % prime == 0:
        number //= prime
        power += 1
    return power

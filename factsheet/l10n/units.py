"""Quantities in the units of CLDR."""

from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from factsheet.l10n import cldr, decimals, phrases
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.decimals import Display
from factsheet.l10n.formatted import FormattedNumber

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
    full = unit_id_of(unit_id)
    if full is None:
        raise KeyError(unit_id)
    number = decimals.decimal(loc, value, display=display, digits=digits, exact=exact, plus=plus)
    return phrases.in_phrase(loc, number, ("unit", full, width))


def per(loc: NumberLocale, text: str, unit_id: str, *, width: UnitWidth = "long") -> str:
    """Write what a text says as a rate per unit: "20 passengers per day" (UTS #35, compound units).

    A unit without a pattern of its own for that takes the common one. Raises `KeyError` for an unknown unit.
    """
    full = unit_id_of(unit_id)
    if full is None:
        raise KeyError(unit_id)
    widths: tuple[UnitWidth, ...] = (width, *(one for one in _WIDTHS if one != width))
    found = (cldr.unit_patterns(loc, full, one) for one in widths)
    own = next((patterns["per"] for patterns in found if "per" in patterns), None)
    if own is not None:
        return own.replace("{0}", text)
    name = unit(loc, Decimal(1), full, width=width)
    bare = name.text.replace(name.number, "", 1).strip(" \u00a0")
    return cldr.per_pattern(loc, width).replace("{1}", bare).replace("{0}", text)

"""The public face of number formatting."""

import pytest

from factsheet.l10n import numbers


def test_units_are_there_for_suggestions() -> None:
    """The ids of all units can be looked through; nothing else appears by itself."""
    assert "length-kilometer" in numbers.UNITS
    with pytest.raises(AttributeError):
        _ = numbers.NOTHING  # type: ignore[attr-defined]


def test_everything_promised_is_there() -> None:
    """Each public name stands for something."""
    assert [name for name in numbers.__all__ if not hasattr(numbers, name)] == []

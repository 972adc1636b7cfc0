"""Nouns that a figure says itself are not written behind it."""

import pytest

from factsheet.checks.doubled import repeated


@pytest.mark.parametrize(
    ("shown", "following", "noun"),
    [
        ("48,210 trips", " trips a year", "trips"),
        ("48,210 trips", " Trips.", "trips"),
        ("20 de călătorii", " călătorii noi", "călătorii"),
        ("20 de călătorii", " de călătorii", "de călătorii"),
        ("140 electric bicycles", " bicycles", "bicycles"),
        ("140 electric bicycles", " electric bicycles", "electric bicycles"),
        ("34.5 km", "\u00a0km", "km"),
        ("48,210 trips", " tripsters", ""),
        ("48,210 trips", ", trips", ""),
        ("48,210 trips", "", ""),
        ("48,210 trips", " by bicycle", ""),
        ("87.5 %", " % of them", ""),
        ("14 May 2023", " 2023", ""),
    ],
)
def test_repeated(shown: str, following: str, noun: str) -> None:
    """All of the noun, or its last words, count as said twice; what only begins like it does not."""
    assert repeated(shown, following) == noun

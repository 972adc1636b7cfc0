"""Passages prove a figure, or not, in the words that people of each language say it with."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.l10n.cldr import locale
from tests.counting import metric

TABLE: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("quotes.toml").read_text("utf-8"))


def figure(written: str) -> Metric:
    """A figure as the table has it: its kind, its value, and other keys."""
    kind, value, *more = written.split(" ")
    keys: dict[str, Any] = dict(one.split("=") for one in more)
    numbers = {key: Decimal(one) for key, one in keys.items() if one.isdecimal()}
    return metric(kind, value, **{**keys, **numbers})


def wrong(tag: str, *, proves: bool) -> Iterator[tuple[str, str, str]]:
    """The passages of a language that are judged otherwise, each with its figure and with what was found."""
    for written, passages in TABLE[tag].items():
        made = figure(written)
        for text in passages["proves" if proves else "refuses"]:
            said = kind_of(made).read_quote(locale(tag), made, text)
            if (said.mismatch is None) != proves:
                yield written, text, said.found


@pytest.mark.parametrize("tag", TABLE)
def test_passages_prove_what_they_say(tag: str) -> None:
    """Each passage that says the figure proves it."""
    assert list(wrong(tag, proves=True)) == []


@pytest.mark.parametrize("tag", TABLE)
def test_passages_that_say_something_else_prove_nothing(tag: str) -> None:
    """None of the passages beside them does."""
    assert list(wrong(tag, proves=False)) == []

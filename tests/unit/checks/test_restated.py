"""A translation repeats only what agrees."""

from pathlib import Path

import pytest

from factsheet.core.codes import message
from tests.proving import EN, RO, found, place, problems, spoiled


@pytest.mark.parametrize("line", ["value: 1209", "source: presa", "kind: count", "bound: exact"])
def test_what_agrees_may_be_repeated(tmp_path: Path, line: str) -> None:
    """A key of the reference may be said again with the same value."""
    assert found(tmp_path, spoiled(EN, ("    label: Arrests", f"    label: Arrests\n    {line}"))) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("value: 1290", "P201"),
        ("value: 1.209", "N103"),
        ("bound: over", "P201"),
        ("currency: USD", "P201"),
        ("kind: money", "P201"),
        ('quote: "1.209 de arestări"', "P201"),
    ],
)
def test_what_differs_is_an_error_where_it_is_repeated(tmp_path: Path, line: str, code: str) -> None:
    """A value, kind, currency, bound or quote that differs is reported in the translation, with the other place."""
    files = spoiled(EN, ("    label: Arrests", f"    label: Arrests\n    {line}"))
    [problem] = problems(tmp_path, files)
    assert (problem.code, problem.place.path, problem.severity) == (code, EN, "error")
    assert str(problem.place.line) == place(files[EN], line).partition(":")[0]
    assert code != "P201" or RO in message(problem)


def test_words_for_no_metric_are_an_error(tmp_path: Path) -> None:
    """A metric that only a translation has is reported with the nearest one."""
    files = spoiled(EN, ("  arrests:", "  arests:"), ("{{ arrests }}", "{{ victims }}"))
    assert f"P202 {EN}:{place(files[EN], 'arests:')}" in found(tmp_path, files)


@pytest.mark.parametrize("key", ["highlight: [arrests]", "order: 2", "layout: sheet", "sources: {a: {title: b}}"])
def test_keys_of_the_reference_stay_there(tmp_path: Path, key: str) -> None:
    """What holds for all languages is declared once."""
    files = spoiled(EN, ("title: Example\n", f"title: Example\n{key}\n"))
    assert f"F017 {EN}:{place(files[EN], key)}" in found(tmp_path, files)

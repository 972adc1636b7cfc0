"""One word of a front matter is replaced or added, and nothing else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsheet.tools.exchange.words_in_yaml import with_word

HEAD = """title: Old title   # a comment
summary: >
  Folded
  text
draft: true
metrics:
  arrests:
    label: 'It''s'
    unit: {one: "{n} a", other: "{n} b"}   # phrases
  # between
  victims: {label: V}
charts:
  - id: money
    title: Chart
  - id: time
    title: Other
corrections:
  - date: 2025-01-01
    text: Corrected
"""


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("title", "Old title   #", "New one   #"),
        ("metrics.arrests.label", "'It''s'", "'New one'"),
        ("metrics.arrests.unit.one", '"{n} a"', '"New one"'),
        ("metrics.victims.label", "{label: V}", "{label: New one}"),
        ("charts.time.title", "title: Other", "title: New one"),
        ("corrections.0.text", "text: Corrected", "text: New one"),
        ("summary", ">\n  Folded\n  text\n", "New one\n"),
    ],
)
def test_a_word_is_replaced_in_place(key: str, old: str, new: str) -> None:
    """Only the value changes: its style of quotes, comments and everything around it stay."""
    assert with_word(HEAD, key, "New one") == HEAD.replace(old, new)


@pytest.mark.parametrize(
    ("key", "after", "added"),
    [
        ("metrics.arrests.note", "# phrases\n", "    note: New one\n"),
        ("metrics.extra.label", "victims: {label: V}\n", "  extra:\n    label: New one\n"),
        ("slug", "text: Corrected\n", "slug: New one\n"),
        ("charts.money.summary", "title: Chart\n", "    summary: New one\n"),
    ],
)
def test_a_missing_word_is_added(key: str, after: str, added: str) -> None:
    """A word that is not there yet is added after the last line of what it belongs to."""
    assert with_word(HEAD, key, "New one") == HEAD.replace(after, after + added)


def test_a_missing_word_is_added_inside_brackets() -> None:
    """In a mapping between brackets the word is added before the closing one."""
    assert "victims: {label: V, note: New one}" in with_word(HEAD, "metrics.victims.note", "New one")
    assert "victims: {label: V, unit: {one: New one}}" in with_word(HEAD, "metrics.victims.unit.one", "New one")


@pytest.mark.parametrize("key", ["charts.unknown.title", "title.more", "corrections.7.text"])
def test_a_word_without_a_place_is_refused(key: str) -> None:
    """A chart that the sheet does not have is not invented."""
    with pytest.raises(LookupError):
        with_word(HEAD, key, "x")


@pytest.mark.parametrize("head", ["title: " + "x" * 200_000, "title: " + "[" * 50 + "]" * 50, "- ? " * 40])
def test_no_more_is_read_than_sheets_may_hold(head: str) -> None:
    """The bounds of front matter hold when words are put into it."""
    with pytest.raises(LookupError):
        with_word(head, "title", "x")


KEYS = st.sampled_from(
    [
        "title", "summary", "slug", "metrics.arrests.label", "metrics.arrests.unit.other", "metrics.arrests.note",
        "metrics.victims.label", "metrics.victims.note", "metrics.new.unit.few", "charts.money.title",
        "charts.time.summary", "corrections.0.text",
    ]
)  # fmt: skip


@given(KEYS, st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_any_text_fits_in_any_place(key: str, text: str) -> None:
    """Whatever the word, the front matter then says exactly that, and everything else as before."""
    before, after = yaml.safe_load(HEAD), yaml.safe_load(with_word(HEAD, key, text))
    *parents, last = key.split(".")
    inner, old = after, before
    for name in parents:
        if isinstance(inner, list):
            position = next((at for at, item in enumerate(inner) if item.get("id") == name), 0)
            inner, old = inner[position], old[position]
        else:
            inner, old = inner[name], old.setdefault(name, {})
    assert inner[last] == text
    old[last] = text
    assert after == before

"""YAML becomes plain nodes that know their places; everything surprising is refused."""

import pytest
import yaml

from factsheet.content.frontmatter import Listing, Mapping, Scalar, compose
from factsheet.content.frontmatter.nodes import parsed
from factsheet.core.problems import Place
from tests.support import codes, said


def test_scalars_keep_their_own_text_and_place() -> None:
    """Nothing is converted: what an editor typed is what is read, with line and column."""
    mapping, problems = compose("a.md", 'value: 017\nflag: NO\nquoted: "1.209"\n')
    assert problems == []
    assert mapping is not None
    values = {key.text: value for key, value in mapping.entries}
    assert values["value"] == Scalar("017", Place("a.md", 2, 8))
    assert values["flag"] == Scalar("NO", Place("a.md", 3, 7))
    assert values["quoted"] == Scalar("1.209", Place("a.md", 4, 9), quoted=True)


def test_nested_nodes() -> None:
    """Mappings and lists keep their order."""
    mapping, _ = compose("a.md", "a:\n  - 1\n  - {b: c}\n")
    assert mapping is not None
    listing = mapping.entries[0][1]
    assert isinstance(listing, Listing)
    assert isinstance(listing.items[1], Mapping)


@pytest.mark.parametrize(
    ("head", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "F006", 4),
        ("a: &x 1\nb: *x\n", "F011", 2),
        ("a: !!python/object:os.system x\n", "F011", 2),
        ("a: !mine x\n", "F011", 2),
        ('a: !!int "3"\n', "F011", 2),
        ("title: Cifre: rezumat\n", "F005", 2),
        ("a: [1, 2\n", "F005", 2),
        ("a:\n\tb: 1\n", "F005", 3),
        ("a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: 1}}}}}}}}}}}}\n", "F012", 2),
        ("- " * 40 + "x\n", "F012", 2),
        ("[1, 2]: x\n", "F008", 2),
        ("- a\n- b\n", "F008", 2),
        ('a: "\\ud800"\n', "F005", 2),
    ],
)
def test_what_is_refused(head: str, code: str, line: int) -> None:
    """Duplicate keys, aliases, tags, broken grammar and deep nesting are findings at their line."""
    _, problems = compose("a.md", head)
    assert codes(problems)[:1] == [code]
    assert problems[0].place.line == line


@pytest.mark.parametrize(("head", "named"), [("a: &x 1\n", "YAML anchor is"), ("a: !mine x\n", "YAML tag !mine is")])
def test_a_property_of_yaml_is_named(head: str, named: str) -> None:
    """The finding says which of YAML's means was used."""
    _, problems = compose("a.md", head)
    assert f"a {named}" in said(problems[0])


def test_an_alias_bomb_costs_nothing() -> None:
    """Nine levels of nine aliases are refused one by one, not expanded."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    _, problems = compose("a.md", "\n".join(lines))
    assert set(codes(problems)) == {"F011"}


def test_a_colon_in_a_title_is_explained() -> None:
    """The commonest slip of all has a fix of its own."""
    _, problems = compose("a.md", "title: Cifre: un rezumat\n")
    assert "put the text in quotation marks" in said(problems[0])


def test_empty_front_matter_has_no_entries() -> None:
    """Nothing between the fences is an empty mapping."""
    assert compose("a.md", "# comment\n") == (Mapping((), Place("a.md", 2)), [])


def test_nodes_are_those_of_the_base_loader() -> None:
    """What the search for implicit types is left out of composes the same nodes, tags and marks."""
    head = "a: 017\nb: [NO, ~, '1', {c: 2025-11-13}]\n? d\n: !x |\n  text\n"
    assert shown(parsed(head)) == shown(yaml.compose(head, Loader=yaml.CBaseLoader))


def shown(node: object) -> object:
    """A node as plain values."""
    if not isinstance(node, yaml.Node):
        return [shown(one) for one in node] if isinstance(node, list | tuple) else node
    marks = [(mark.line, mark.column, mark.index) for mark in (node.start_mark, node.end_mark)]
    return node.tag, marks, getattr(node, "style", None), shown(node.value)

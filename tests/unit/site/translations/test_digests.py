"""What of a text its digest sees."""

import pytest

from factsheet.site.translations.blocks import LENGTH, digest, fold, link_definitions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a {{ arrests }} b", "a {{arrests.number}} b"),
        ("a\nb", "a  b "),
        ("12\u00a0%", "12 %"),
        ("s\u0326i", "\u0219i"),
    ],
)
def test_folding(one: str, other: str) -> None:
    """Figures, white space and the form of accents make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("a b", "a c"), ("a b", "ab"), ("A b", "a b"), ("[a](b.md)", "[a](c.md)"), ("Serengeti 2.0", "Serengeti 3.0")],
)
def test_words_count(one: str, other: str) -> None:
    """A word, a letter's case, an address or a name's number makes a difference."""
    assert fold(one) != fold(other)


def test_style_of_links_is_folded() -> None:
    """A link in reference style equals the same link written in place."""
    definitions = link_definitions('[there]: https://example.org/ "Title"\n')
    assert fold("see [it][there]", definitions) == fold("see [it](https://example.org/)")
    assert fold("see [there][]", definitions) == fold("see [there](https://example.org/)")
    assert fold("see [a][b]", definitions) == "see [a][b]"


def test_a_body_without_definitions_has_none() -> None:
    """Where no label is given an address, there is an empty mapping of them."""
    assert link_definitions("see [it](https://example.org/)\n") == {}


def test_digests_are_short_and_stable() -> None:
    """A digest is the beginning of the SHA-256 of the folded text."""
    assert digest("abc") == "ba7816bf8f01"
    assert len(digest("")) == LENGTH

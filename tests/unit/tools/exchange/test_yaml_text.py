"""Texts become YAML scalars that are read back as they were."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsheet.tools.exchange.words_in_yaml import quoted, scalar

TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60)


@given(TEXT)
def test_scalars_are_read_back(text: str) -> None:
    """Whatever the text, YAML gives it back, alone and inside brackets, and on one line."""
    for written in (scalar(text), quoted(text)):
        assert "\n" not in written
        assert yaml.safe_load(f"k: {written}\n") == {"k": text}
    assert yaml.safe_load(f"k: {{a: {scalar(text, inside=True)}, b: x}}\n") == {"k": {"a": text, "b": "x"}}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Arestări", "Arestări"),
        ("Sursa spune „dolari”; îi considerăm americani.", "Sursa spune „dolari”; îi considerăm americani."),
        ("no", '"no"'),
        ("a: b", '"a: b"'),
        ("a # b", '"a # b"'),
        ("{n} a", '"{n} a"'),
        ("1209", '"1209"'),
        ("", '""'),
        ("12\u00a0%", '"12\\_%"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    """Plain words stay plain; what YAML could read as anything else is quoted."""
    assert scalar(text) == written

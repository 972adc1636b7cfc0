"""Which catalogue serves a language without one."""

import pytest

from factsheet.content.catalogs import candidates
from factsheet.l10n.cldr import locale

THERE = {tag: locale(tag) for tag in ("ro", "sr", "zh", "pt", "en")}


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("ro", ["ro"]),
        ("ro-MD", ["ro-MD", "ro"]),
        ("zh-Hans", ["zh-Hans", "zh"]),
        ("zh-Hant", ["zh-Hant"]),
        ("sr-Latn", ["sr-Latn"]),
        ("pt-BR", ["pt-BR", "pt"]),
        ("de", ["de"]),
    ],
)
def test_the_same_language_in_the_same_script_serves(tag: str, tags: list[str]) -> None:
    """A region is served by its language at large, another script never, and English serves nobody else."""
    assert candidates(locale(tag), THERE) == tags

"""Which catalogue serves a language without one."""

import pytest

from factsheet.content.catalogs import files_of
from factsheet.l10n.cldr import locale

THERE = [f"locales/{name}" for name in ("ro.po", "sr.po", "zh.po", "pt.po", "en.po", "xx-unknown.po", "messages.pot")]


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
    assert files_of(locale(tag), THERE) == [f"locales/{one}.po" for one in tags]

"""The foot of the pages and the words of the tool say no other money, scale or unit than the figures are in."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import ROOT, write_site

_SHEET = """---
title: T
metrics:
  money: {value: 5, currency: EUR, label: Budget}
  people: {value: 7, label: Readers, unit: {one: "{n} reader", other: "{n} readers"}}
---
{{ money }}, {{ people }}.
"""
_CATALOGUE = (ROOT / "locales/en.po").read_text("utf-8")


def _told(tmp_path: Path, settings: str = "", sheet: str = _SHEET, catalogue: str = "") -> set[str]:
    files: dict[str, str | bytes] = {
        "site.toml": f'reference = "en"\ntitle = "T"\nbase_url = "https://facts.example/"\n{settings}\n',
        "content/en/index.md": sheet,
    }
    if catalogue:
        files["locales/en.po"] = catalogue
    return {one.code for one in check(write_site(tmp_path, files), Options()).problems} & {"S314", "T618"}


@pytest.mark.parametrize(
    ("foot", "is_told"),
    [
        ("Amounts are in lei.", True),
        ("Amounts are in thousands of euros.", True),
        ("All figures in thousands", True),
        ("Amounts are in euros.", False),
        ("Figures of the library.", False),
        ("Thousands of readers came.", False),
        ("Written in Cluj.", False),
        ("Made in Romania, with thanks to all readers.", False),
    ],
)
def test_the_foot_says_the_money_of_the_site(tmp_path: Path, foot: str, is_told: bool) -> None:  # noqa: FBT001
    """Money and scales at the foot of every page are those of some figure."""
    assert bool(_told(tmp_path, f'[theme]\nfooter = "{foot}"')) is is_told


def test_one_sheet_may_be_in_lei_and_another_count(tmp_path: Path) -> None:
    """What stands at the foot need hold for the figures of one sheet only."""
    other = _SHEET.replace("  money: {value: 5, currency: EUR, label: Budget}\n", "").replace("{{ money }}, ", "")
    (tmp_path / "content/en").mkdir(parents=True)
    (tmp_path / "content/en/other.md").write_text(other, "utf-8")
    assert not _told(tmp_path, '[theme]\nfooter = "Amounts are in euros."')
    assert _told(tmp_path, '[theme]\nfooter = "Amounts are in lei."') == {"S314"}


def test_figures_may_be_in_thousands(tmp_path: Path) -> None:
    """Where the site writes amounts in millions, its foot may say so."""
    sheet = _SHEET.replace("value: 5,", "value: 5000000, scale: million,")
    assert not _told(tmp_path, '[theme]\nfooter = "Amounts are in millions of euros."', sheet)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"%(number)s percentage points"', '"%(number)s percent"', "T618"),
        ('"%(number)s times"', '"%(number)s percent"', "T618"),
        ('"%(figure)s per person"', '"%(figure)s per day"', "T618"),
        ('msgstr "All figures"', 'msgstr "All figures in lei"', "S314"),
    ],
)
def test_words_of_the_tool_keep_the_unit(tmp_path: Path, old: str, new: str, code: str) -> None:
    """What a catalogue says of every figure of a kind is read as the same unit, and its headings say no other money."""
    at = _CATALOGUE.rindex(old)
    changed = _CATALOGUE[:at] + new + _CATALOGUE[at + len(old) :]
    assert _told(tmp_path, catalogue=changed) == {code}
    assert not _told(tmp_path / "right", catalogue=_CATALOGUE)

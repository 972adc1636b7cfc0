"""`read` prints what is read in a text."""

from pathlib import Path

import pytest

from factsheet.cli.main import main
from tests.proving import EN, SITE
from tests.support import write_site


def test_a_sheet_is_read_with_its_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each block is shown with its place, each statement with what it says and where it comes from."""
    root = write_site(tmp_path, {**SITE, EN: f"{SITE[EN]}\nHalf of them cost $5m in 2024.\n"})
    assert main(["read", str(root / EN), "--root", str(root), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("over 120,000, of victims  (the figure victims)" in line for line in lines)
    assert any("a date  (a date)" in line for line in lines)
    assert any("(a literal)" in line for line in lines)
    assert any("5,000,000, USD" in line and "(typed)" in line for line in lines)
    assert any("2024" in line and "(a year)" in line for line in lines)


def test_any_text_is_read_in_a_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is no sheet is read paragraph by paragraph, with the lines on which they begin."""
    text = tmp_path / "press.txt"
    text.write_text("Nothing here.\n\nOver 97 million euros, half of €1,209² and 4.1 percentage points.\n", "utf-8")
    assert main(["read", str(text), "--locale", "en", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("3  Over 97 million euros")
    assert "over 97,000,000, EUR" in out
    assert "1,209, EUR, half of, with signs that belong to no number" in out
    assert "4.1, % pt" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing.txt", "--locale", "en"], "there is no text"),
        (["press.txt", "--locale", "tlh-XX"], "CLDR does not know"),
        (["press.txt"], "is no sheet of this site"),
    ],
)
def test_what_cannot_be_read_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    """A missing file, an unknown language and a text that is no sheet have a way out."""
    root = write_site(tmp_path, {**SITE, "press.txt": "Some 12 words."})
    monkeypatch.chdir(root)
    assert main(["read", *arguments, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


def test_a_site_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its problems are shown."""
    root = write_site(tmp_path, {**SITE, "site.toml": "reference = 5\n"})
    monkeypatch.chdir(root)
    assert main(["read", EN, "--lang", "en"]) == 2

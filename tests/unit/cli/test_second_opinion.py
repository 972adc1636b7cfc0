"""`check --markdown` tells where GitHub would show something else."""

import sys
from pathlib import Path

import pytest

from factsheet.cli import main
from tests.support import ROMANIAN, SMALL_SITE, write_site


def checked(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Check a site whose Romanian text ends with `text`: the exit code, and what is said."""
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": f"{ROMANIAN}\nBine.\n\n{text}\n"})
    code = main(["check", "--markdown", "--root", str(root)])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_texts_that_are_read_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is told of a text that both read alike."""
    assert "M107" not in checked(tmp_path, "Sunt:\n- unu\n- doi", capsys)[1]


def test_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A difference is told with its line in the file, and stops nothing."""
    from factsheet.content.markup import opinion

    found = opinion.Difference(1, "a paragraph", "an item")
    monkeypatch.setattr(opinion, "second_opinion", lambda _body, _prose: [found])
    code, said = checked(tmp_path, "Sunt.", capsys)
    assert code == 0
    assert "M107 here GitHub would show an item, and the page shows a paragraph" in said


def test_without_the_extra(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the other reader is not installed, that is said with the way to get it."""
    monkeypatch.setitem(sys.modules, "cmarkgfm", None)
    code, said = checked(tmp_path, "Sunt.", capsys)
    assert code == 2
    assert "pip install 'factsheet[markdown]'" in said

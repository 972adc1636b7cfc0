"""`export` writes the texts of a language for translators' tools."""

from pathlib import Path

import pytest

from tests.support import run_here
from tests.translating import translated_site


def test_a_file_is_written_where_one_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name the file is called after the language and stands in the current folder."""
    translated_site(tmp_path / "site")
    monkeypatch.chdir(tmp_path)
    for form, name in (("po", "de.po"), ("xliff", "de.xlf")):
        done = run_here("export", "de", "--format", form, "--root", "site")
        assert (done.returncode, (tmp_path / name).exists()) == (0, True)
        assert f"Wrote 13 texts to {name}; left to translate: 12." in done.stderr


def test_a_hyphen_prints_it(tmp_path: Path) -> None:
    """`-o -` is for pipes."""
    translated_site(tmp_path)
    done = run_here("export", "en", "-o", "-", "--root", tmp_path)
    assert done.returncode == 0
    assert 'msgctxt "index#title"\nmsgid "Cifrele"\nmsgstr "The figures"\n' in done.stdout


@pytest.mark.parametrize("tag", ["ro", "xx", "not a tag"])
def test_what_is_no_language_to_translate_into(tmp_path: Path, tag: str) -> None:
    """The original's language, and what is none, are wrong usage."""
    translated_site(tmp_path)
    assert run_here("export", tag, "-o", "-", "--root", tmp_path).returncode == 2


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is not there is wrong usage, and said so."""
    translated_site(tmp_path)
    done = run_here("export", "en", "-o", tmp_path / "none/en.po", "--root", tmp_path)
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True)


def test_a_site_that_cannot_be_read(tmp_path: Path) -> None:
    """Findings are shown where there is no site to export."""
    translated_site(tmp_path)
    (tmp_path / "site.toml").write_text("reference = 1\n", encoding="utf-8")
    for command in (["export", "en"], ["import", tmp_path / "site.toml"], ["new", "locale", "de"], ["translated", "x"]):
        done = run_here(*command, "--root", tmp_path)
        assert (done.returncode, " C8" in done.stdout) == (2, True)

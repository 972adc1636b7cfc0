"""`translated` marks translations as current."""

from pathlib import Path

import pytest

from factsheet.cli import main
from factsheet.content.model import Sheet
from factsheet.content.sheets.store import Key, SheetStore
from factsheet.core.problems import Problem
from tests.support import run_here, write_site
from tests.translating import FILES, site_of, translated_site


def test_a_translation_is_marked(tmp_path: Path) -> None:
    """The lock names the file from then on, and nothing else has changed."""
    write_site(tmp_path, FILES)
    assert run_here("translated", "content/en/index.md", "--root", tmp_path).returncode == 0
    site = site_of(tmp_path)
    assert list(site.lock) == ["content/en/index.md"]
    assert site.state("en", "index") == "complete"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site.toml", "translations.lock"]


def test_a_path_from_the_current_folder_is_understood(tmp_path: Path) -> None:
    """A file may be named as the shell completes it."""
    write_site(tmp_path, FILES)
    assert run_here("translated", tmp_path / "content/en/index.md", "--root", tmp_path).returncode == 0
    assert list(site_of(tmp_path).lock) == ["content/en/index.md"]


def test_a_folder_is_all_that_is_in_it(tmp_path: Path) -> None:
    """The translations of a folder are marked; that of the originals has none."""
    write_site(tmp_path, {**FILES, **dict.fromkeys(("content/ro/a/b.md", "content/en/a/b.md"), "---\ntitle: B\n---\n")})
    assert run_here("translated", "content/en/a/", "--root", tmp_path).returncode == 0
    assert list(site_of(tmp_path).lock) == ["content/en/a/b.md"]
    assert run_here("translated", "content/ro", "--root", tmp_path).returncode == 2


def test_files_that_are_gone_leave_the_lock(tmp_path: Path) -> None:
    """The lock does not grow with sheets that are no more."""
    more = dict.fromkeys(("content/ro/b.md", "content/en/b.md"), "---\ntitle: B\n---\n")
    write_site(tmp_path, {**FILES, **more})
    run_here("translated", "content/en/index.md", "content/en/b.md", "--root", tmp_path)
    (tmp_path / "content/en/b.md").unlink()
    assert run_here("translated", "content/en/index.md", "--root", tmp_path).returncode == 0
    assert list(site_of(tmp_path).lock) == ["content/en/index.md"]


@pytest.mark.parametrize("broken", ["content/ro/b.md", "content/en/b.md", "content/ro/index.md"])
def test_a_broken_sheet_is_no_matter_to_others(tmp_path: Path, broken: str) -> None:
    """A sheet that cannot be read keeps only its own translation from being marked."""
    write_site(tmp_path, {**FILES, broken: "---\ntitle: [\n---\n"})
    done = run_here("translated", "content/en/index.md", "--root", tmp_path)
    assert done.returncode == (1 if broken == "content/ro/index.md" else 0)


def test_only_what_is_named_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marking costs no more where there are many other sheets."""
    write_site(tmp_path, {**FILES, "content/ro/b.md": "---\ntitle: B\n---\n"})
    read: list[Key] = []
    original = SheetStore.read

    def noting(self: SheetStore, key: Key) -> tuple[Sheet | None, list[Problem]]:
        read.append(key)
        return original(self, key)

    monkeypatch.setattr(SheetStore, "read", noting)
    assert main(["translated", "content/en/index.md", "--root", str(tmp_path)]) == 0
    assert set(read) == {("ro", "index"), ("en", "index")}


def test_what_is_no_translation_is_refused(tmp_path: Path) -> None:
    """An original, a misspelt name and a file that is not there are wrong usage, with a way out."""
    translated_site(tmp_path)
    before = (tmp_path / "translations.lock").read_bytes()
    for file, hint in {
        "content/ro/index.md": "content/en/index.md",
        "content/en/indx.md": "did you mean content/en/index.md?",
        "nothing": "content/en",
    }.items():
        done = run_here("translated", file, "--root", tmp_path)
        assert (done.returncode, hint in done.stderr) == (2, True)
    assert (tmp_path / "translations.lock").read_bytes() == before


def test_a_damaged_lock_is_not_overwritten(tmp_path: Path) -> None:
    """Work kept in a lock that cannot be read is not thrown away."""
    write_site(tmp_path, {**FILES, "translations.lock": "<<<<<<< ours\n"})
    done = run_here("translated", "content/en/index.md", "--root", tmp_path)
    assert (done.returncode, " F022 " in done.stdout) == (1, True)
    assert (tmp_path / "translations.lock").read_text(encoding="utf-8") == "<<<<<<< ours\n"


def test_a_site_that_cannot_be_read(tmp_path: Path) -> None:
    """Bad settings are wrong usage, and told of, as for every command."""
    write_site(tmp_path, {**FILES, "site.toml": "reference = 1\n"})
    done = run_here("translated", "content/en/index.md", "--root", tmp_path)
    assert (done.returncode, "site.toml:1:" in done.stdout) == (2, True)
    assert not (tmp_path / "translations.lock").exists()


def test_blocks_and_all_translations_are_marked(tmp_path: Path) -> None:
    """`--block` marks what stands at a line and leaves the rest behind; `--all` marks every translation."""
    translated_site(tmp_path)
    root = tmp_path
    romanian, english = root / "content/ro/index.md", root / "content/en/index.md"
    text = romanian.read_text(encoding="utf-8")
    changed = text.replace("Operațiunile", "Toate operațiunile").replace("title: ", "title: Noile ")
    romanian.write_text(changed, encoding="utf-8")

    def stale() -> list[str]:
        changes = site_of(root).changes("en", "index").stale
        return [change.key or "body" for change in changes]

    assert stale() == ["title", "body"]
    lines = english.read_text(encoding="utf-8").splitlines()
    title = next(number for number, line in enumerate(lines, start=1) if line.startswith("title:"))
    assert run_here("translated", english, "--block", str(title), "--root", root).returncode == 0
    assert stale() == ["body"]
    assert run_here("translated", "--all", "--root", root).returncode == 0
    assert stale() == []
    assert run_here("translated", "--root", root).returncode == 2

"""`status` says how far each translation is."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from factsheet import library
from factsheet.builder import store
from factsheet.cli.status import worklist
from factsheet.content.model import Sheet
from factsheet.site.translations import TranslationBlock, blocks
from tests.programs import MISSING
from tests.support import run_here, write_site
from tests.translating import FILES, ROMANIAN, in_git, translated_site


def test_everything_complete(tmp_path: Path) -> None:
    """A site with all translations current is a table of complete sheets, and passes --strict."""
    translated_site(tmp_path)
    done = run_here("status", "--strict", "--root", tmp_path)
    assert done.returncode == 0
    lines = [line.split() for line in done.stdout.splitlines()]
    assert lines == [["ro", "en"], ["index", "original", "complete"], ["interface", "100", "%", "100", "%"]]


def test_a_changed_value_is_no_work(tmp_path: Path) -> None:
    """Another number in the original marks nothing stale, in any language."""
    translated_site(tmp_path)
    changed = ROMANIAN.replace("value: 1209", "value: 1310").replace("1.209", "1.310")
    write_site(tmp_path, {"content/ro/index.md": changed})
    assert run_here("status", "--strict", "--root", tmp_path).returncode == 0


def test_a_changed_sentence_is_one_block(tmp_path: Path) -> None:
    """One changed sentence is one stale block, at its line in both files, until the sheet is marked again."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/index.md": ROMANIAN.replace("A doua propoziție", "A doua frază")})
    done = run_here("status", "--strict", "--root", tmp_path)
    assert done.returncode == 1
    assert "stale (1)" in done.stdout
    assert "content/en/index.md:13:1: has changed at content/ro/index.md:25:1" in done.stdout
    assert run_here("translated", "content/en/index.md", "--root", tmp_path).returncode == 0
    assert run_here("status", "--strict", "--root", tmp_path).returncode == 0


def test_json_says_the_same(tmp_path: Path) -> None:
    """Machines are told each state, its blocks and its lines."""
    translated_site(tmp_path)
    files = {
        "content/ro/index.md": ROMANIAN.replace("Al doilea", "Alt").replace("title: Cifrele", "title: Cifre"),
        "content/ro/more.md": "---\ntitle: Mai mult\n---\nUn text nou.\n",
        "content/de/index.md": "---\ntitle: Zahlen\ndraft: true\n---\nUltimul paragraf are 100% încredere.\n",
    }
    write_site(tmp_path, files)
    told = json.loads(run_here("status", "--json", "--root", tmp_path).stdout)
    assert told["reference"] == "ro"
    german, english = told["languages"][1:]
    assert [sheet["state"] for sheet in english["sheets"]] == ["stale", "missing"]
    assert [(block["what"], block["key"], block["line"]) for block in english["sheets"][0]["stale"]] == [
        ("changed", "title", 2),
        ("changed", None, 17),
    ]
    assert [sheet["state"] for sheet in german["sheets"]] == ["draft", "missing"]
    assert german["sheets"][0]["translated"] == german["sheets"][0]["blocks"] - 1
    assert not german["done"]
    assert english["catalog"]["percent"] == 100


def test_diff_shows_both_texts(tmp_path: Path) -> None:
    """With a history the old and the new words of each changed block are shown."""
    if shutil.which("git") is None:
        pytest.skip(f"{MISSING} git")
    root = tmp_path / "below"
    translated_site(root)
    git = in_git(tmp_path)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    write_site(root, {"content/ro/index.md": ROMANIAN.replace("Al doilea punct.", "Alt punct.")})
    subprocess.run([*git, "commit", "-q", "-a", "-m", "two"], check=True, capture_output=True)
    told = run_here("status", "--diff", "--root", root).stdout
    assert "    - Al doilea punct.\n    + Alt punct.\n" in told


def test_diff_without_a_history(tmp_path: Path) -> None:
    """Without git the new text is shown, and that the old one is not known."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/index.md": ROMANIAN.replace("Al doilea punct.", "Alt punct.")})
    told = run_here("status", "--diff", "--root", tmp_path).stdout
    assert "(not in the history of the site)\n    + Alt punct.\n" in told


def test_a_removed_block_is_told(tmp_path: Path) -> None:
    """A block that left the original is named where the translation still has it."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/index.md": ROMANIAN.replace("- Al doilea punct.\n", "")})
    told = run_here("status", "--root", tmp_path).stdout
    assert "content/en/index.md:17:3: was removed from the original" in told


def test_a_site_that_cannot_be_read(tmp_path: Path) -> None:
    """Bad settings are wrong usage, a sheet that leaves nothing to show is a problem in content."""
    write_site(tmp_path, {**FILES, "site.toml": "reference = 1\n"})
    assert run_here("status", "--root", tmp_path).returncode == 2
    write_site(tmp_path, {**FILES, "content/ro/index.md": "---\ntitle: [\n---\n"})
    assert run_here("status", "--root", tmp_path).returncode == 1


def test_what_is_left_stands_beside_its_original(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`status --open` shows a local page: stale and missing texts with the line to edit; it loads nothing."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    translated_site(tmp_path)
    assert run_here("status", "--open", "--root", tmp_path).returncode == 0
    page = tmp_path / ".cache/factsheet/status.html"
    assert opened == [page.resolve().as_uri()]
    assert "Everything is translated." in page.read_text(encoding="utf-8")
    changed = ROMANIAN.replace("A doua propoziție", "A doua frază") + "\nUn <b>rând</b> nou.\n"
    write_site(tmp_path, {"content/ro/index.md": changed})
    assert run_here("status", "--open", "--root", tmp_path).returncode == 0
    shown = page.read_text(encoding="utf-8")
    assert '<h2><span lang="en">English</span>: 2 texts</h2>' in shown
    assert 'the original has changed: <a href="../../content/en/index.md">content/en/index.md:13:1</a>' in shown
    assert "Un &lt;b&gt;rând&lt;/b&gt; nou." in shown
    assert 'missing: it belongs behind <a href="../../content/en/index.md">content/en/index.md:' in shown
    assert "default-src 'none'" in shown
    assert "<script" not in shown


def test_words_of_the_interface_that_are_missing(tmp_path: Path) -> None:
    """They are listed with the catalogue that lacks them; the language of the originals has no other row."""
    made = library.load(write_site(tmp_path, {**FILES, "templates/own.html": '{{ _("Write & call") }}'}))
    shown = worklist(made)
    assert "Write &amp; call" in shown
    assert '<a href="../../locales/en.po">locales/en.po:1:1</a>' in shown


def test_a_page_that_cannot_be_written(tmp_path: Path) -> None:
    """A link in the place of the cache is not followed, and told."""
    translated_site(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    done = run_here("status", "--open", "--root", tmp_path)
    assert done.returncode == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_what_a_build_found_is_not_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a build only what was edited since is read; what is said is the same with a cache, without and damaged."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/more.md": "---\ntitle: Mai mult\n---\nUn text nou.\n"})
    assert run_here("build", "--root", tmp_path).returncode == 0
    write_site(tmp_path, {"content/ro/index.md": ROMANIAN.replace("A doua propoziție", "A doua frază")})
    read: list[str] = []

    def noted(sheet: Sheet) -> tuple[TranslationBlock, ...]:
        read.append(sheet.path)
        return blocks(sheet)

    monkeypatch.setattr("factsheet.site.site.blocks", noted)
    with_cache = run_here("status", "--root", tmp_path).stdout
    assert set(read) == {"index"}
    for traces in (tmp_path / store.FOLDER).rglob(store.TRACES):
        traces.write_bytes(traces.read_bytes()[:-20])
    assert run_here("status", "--root", tmp_path).stdout == with_cache
    assert set(read) == {"index", "more"}


def test_a_sheet_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """The others are told of all the same, though a build found something of it before."""
    translated_site(tmp_path)
    assert run_here("build", "--root", tmp_path).returncode == 0
    write_site(tmp_path, {"content/en/index.md": "---\ntitle: [\n---\n"})
    assert "missing" in run_here("status", "--root", tmp_path).stdout

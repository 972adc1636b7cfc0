"""`extract` collects messages and keeps what translators wrote."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import MISSING
from tests.support import ROOT, tree, write_site
from tests.translating import FILES, run_here

TEMPLATE = '{{ _("A") }} {{ gettext("B %(x)s", x=1) }} {{ pgettext("c", "C") }}\n'


def _site(root: Path) -> Path:
    return write_site(root, {**FILES, "templates/own.html": TEMPLATE, "locales/en.po": 'msgid "A"\nmsgstr "Ay"\n'})


def test_templates_reach_every_catalogue(tmp_path: Path) -> None:
    """The template of catalogues and each catalogue have the messages of the site's own templates and of the tool's."""
    assert run_here("extract", "--root", _site(tmp_path)).returncode == 0
    for name in ("messages.pot", "en.po"):
        text = (tmp_path / "locales" / name).read_text(encoding="utf-8")
        assert "#: templates/own.html" in text
        assert 'msgctxt "c"\nmsgid "C"\nmsgstr ""' in text
        assert 'msgid "Key figures"' in text
        assert 'msgid "over %(figure)s"' in text
    assert 'msgid "A"\nmsgstr "Ay"' in (tmp_path / "locales/en.po").read_text(encoding="utf-8")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    """Nothing in the files depends on the day, so `extract --check` passes from then on."""
    run_here("extract", "--root", _site(tmp_path))
    before = tree(tmp_path)
    assert run_here("extract", "--check", "--root", tmp_path).returncode == 0
    assert run_here("extract", "--root", tmp_path).returncode == 0
    assert tree(tmp_path) == before


def test_check_says_what_is_behind(tmp_path: Path) -> None:
    """`--check` fails on a catalogue that is not up to date, and writes nothing."""
    before = tree(_site(tmp_path))
    done = run_here("extract", "--check", "--root", tmp_path)
    assert (done.returncode, "locales/en.po is not up to date" in done.stderr) == (1, True)
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "bad",
    [
        {"templates/own.html": '{{ _("A") }}{% if %}\n'},
        {"templates/own.html": b"\xff{{ _('A') }}"},
        {"locales/en.po": "garbage\n"},
        {"locales/en.po": b"\xff"},
    ],
)
def test_a_fault_anywhere_writes_nothing(tmp_path: Path, bad: dict[str, str | bytes]) -> None:
    """A template or a catalogue that cannot be read leaves every file as it was."""
    before = tree(write_site(_site(tmp_path), bad))
    done = run_here("extract", "--root", tmp_path)
    assert done.returncode == 1
    assert "Nothing was written" in done.stderr
    assert tree(tmp_path) == before


def test_the_tools_own_catalogues_are_up_to_date() -> None:
    """Every message of the shipped templates and of the engine is in every shipped catalogue."""
    assert run_here("extract", "--check", "--root", ROOT).returncode == 0


@pytest.mark.parametrize("file", sorted((ROOT / "locales").glob("*.po")), ids=lambda file: file.stem)
def test_the_tools_own_catalogues_are_complete(file: Path) -> None:
    """`msgfmt --check` accepts each shipped catalogue, and every message of it is translated."""
    if shutil.which("msgfmt") is None:
        pytest.skip(f"{MISSING} msgfmt (apt-get install gettext)")
    command = ["msgfmt", "--check", "--statistics", "--output-file", "/dev/null", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"LC_ALL": "C", "PATH": "/usr/bin"})
    assert done.returncode == 0, done.stderr
    last = done.stderr.strip("\n").split("\n")[-1]
    assert "untranslated" not in last
    assert "fuzzy" not in last

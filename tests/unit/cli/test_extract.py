"""`extract` collects messages and keeps what translators wrote."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from factsheet.cli.extract import ROOMS
from factsheet.cli.main import main
from factsheet.content.catalogs import read_catalog
from factsheet.outputs.templating import Templates
from tests.programs import program
from tests.support import ROOT, run_here, tree, write_site
from tests.translating import FILES

TEMPLATE = '{{ _("A") }} {{ gettext("B %(x)s", x=1) }} {{ pgettext("c", "C") }}\n'


def _site(root: Path) -> Path:
    return write_site(root, {**FILES, "templates/own.html": TEMPLATE, "locales/en.po": 'msgid "A"\nmsgstr "Ay"\n'})


def test_templates_reach_every_catalogue(tmp_path: Path) -> None:
    """Every language has a catalogue with the words of the site's own templates; the tool has its own already."""
    assert run_here("extract", "--root", _site(tmp_path)).returncode == 0
    texts = {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "locales").iterdir()}
    assert sorted(texts) == ["en.po", "messages.pot", "ro.po"]
    for name, text in texts.items():
        assert "#: templates/own.html" in text
        assert 'msgctxt "c"\nmsgid "C"\nmsgstr ""' in text
        assert ('msgid "Key figures"' in text, 'msgid "over %(figure)s"' in text) == (name[-1] == "t",) * 2
    assert 'msgid "A"\nmsgstr "Ay"' in texts["en.po"]
    assert "nplurals=3" in texts["ro.po"]


def test_a_language_that_the_tool_does_not_speak_gets_all_words(tmp_path: Path) -> None:
    """Where no catalogue comes with the tool, the new one has all messages; without own words no other is made."""
    files = {**FILES, "content/hu/index.md": "---\ntitle: Magyar\n---\n"}
    assert run_here("extract", "--root", write_site(tmp_path, files)).returncode == 0
    assert sorted(file.name for file in (tmp_path / "locales").iterdir()) == ["hu.po", "messages.pot"]
    text = (tmp_path / "locales/hu.po").read_text(encoding="utf-8")
    assert 'msgid "Key figures"' in text
    assert run_here("extract", "--check", "--root", tmp_path).returncode == 0


PLURAL = """{% set count = 21 %}{{ ngettext("%(num)s file", "%(num)s files", count) }}
{{ npgettext("c", "<%(n)s>", "<%(n)s>s", 2, n="<b>") }}
{% trans n=1 %}{{ n }} day{% pluralize %}{{ n }} days{% endtrans %}
"""
CATALOG = """msgid ""
msgstr "Plural-Forms: nplurals=3; plural=n==1?0:n==0||n%100>0&&n%100<20?1:2;\\n"
msgid "%(num)s file"
msgid_plural "%(num)s files"
msgstr[0] "%(num)s dosar"
msgstr[1] "%(num)s dosare"
msgstr[2] "%(num)s de dosare"
"""


def test_words_that_go_with_a_number(tmp_path: Path) -> None:
    """A template says `ngettext` and is given the form for the number; what has no translation is as English has it."""
    files = {**FILES, "templates/own.html": PLURAL, "locales/ro.po": CATALOG}
    run_here("extract", "--root", write_site(tmp_path, files))
    text = (tmp_path / "locales/ro.po").read_text(encoding="utf-8")
    assert 'msgid_plural "%(n)s days"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""' in text
    assert 'msgstr[2] "%(num)s de dosare"' in text
    catalog, _ = read_catalog("ro", "locales/ro.po", text.encode())
    html = Templates({"own.html": PLURAL.encode()}).render("own.html", catalog, {})
    assert html == "21 de dosare\n&lt;&lt;b&gt;&gt;s\n1 day"


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


def test_the_layout_of_a_tool_is_not_behind(tmp_path: Path) -> None:
    """Lines that a translator's tool has broken in its own way are no change; another word is one."""
    run_here("extract", "--root", _site(tmp_path))
    file = tmp_path / "locales/en.po"
    text = re.sub(r"\n#: ([^\n]+)\n#: ", r"\n#: \1 ", file.read_text(encoding="utf-8")).replace(
        'msgstr "', 'msgstr ""\n"'
    )
    file.write_text(text, encoding="utf-8")
    assert run_here("extract", "--check", "--root", tmp_path).returncode == 0
    file.write_text(text.replace("#, python-format", "#, fuzzy", 1).replace('msgid "', 'msgid "X', 2), encoding="utf-8")
    assert run_here("extract", "--check", "--root", tmp_path).returncode == 1


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


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_that_speaks_to_readers_is_looked_through(room: str) -> None:
    """None of the names is that of a folder which has moved, so that its words would leave the catalogues."""
    text = (ROOT / "locales/messages.pot").read_text(encoding="utf-8")
    assert f"#: factsheet/{room}/" in text


@pytest.mark.parametrize("file", sorted((ROOT / "locales").glob("*.po")), ids=lambda file: file.stem)
def test_the_tools_own_catalogues_are_complete(file: Path) -> None:
    """`msgfmt --check` accepts each shipped catalogue, and every message of it is translated."""
    command = [program("msgfmt", "gettext"), "--check", "--statistics", "--output-file", "/dev/null", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"LC_ALL": "C", "PATH": "/usr/bin"})
    assert done.returncode == 0, done.stderr
    last = done.stderr.strip("\n").split("\n")[-1]
    assert "untranslated" not in last
    assert "fuzzy" not in last


def test_the_text_of_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is written beside the document, never over another file; what gives none is told with the way out."""
    content = '<o:content xmlns:o="o" xmlns:text="t"><text:p>1.209</text:p></o:content>'
    with zipfile.ZipFile(tmp_path / "r.odt", "w") as written:
        written.writestr("content.xml", content)
    assert main(["extract", "text", str(tmp_path / "r.odt")]) == 0
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == "1.209\n"
    assert main(["extract", "text", str(tmp_path / "r.odt")]) == 0
    (tmp_path / "other.txt").write_text("mine", encoding="utf-8")
    assert main(["extract", "text", str(tmp_path / "r.odt"), "-o", str(tmp_path / "other.txt")]) == 2
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "mine"
    assert main(["extract", "text"]) == main(["extract", "text", str(tmp_path / "other.txt"), "--lang", "ro"]) == 2
    assert "nu oferă text" in capsys.readouterr().err

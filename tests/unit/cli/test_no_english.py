"""No command says anything in English that is not in the catalogue of the language asked for."""

import argparse
import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factsheet.cli import main, printing
from factsheet.cli.arguments import MODULES, parser
from factsheet.cli.speaking import texts
from factsheet.content.catalogs import Catalog, Message
from factsheet.tools import findings
from tests.support import SMALL_SITE, write_site

_KEPT = re.compile(r"`[^`]*`|\{\w+\}|%\(\w+\)[sr]|%[sr]|\{\{.*?\}\}|\[locales[^\]]*\]|(?<=install )'.*'")
_PLAIN = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ")
_DATA = re.compile(
    r"^    [-+] .*$|^ *[0-9]* \|.*$|`[^`]*`|\S*[/_.=:]\S*|'[^']*'|\{[a-z,]+\}|--?[a-z-]+|\([^()]*\)", re.MULTILINE
)
_COMMAND = re.compile(rf"\bfactsheet ({'|'.join(MODULES)})\b( site| sheet| locale)?")
_ENGLISH = re.compile(r"\b[A-Za-z]{2,} [A-Za-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class _Pseudo:
    """A catalogue that gives each text that the true one translates back in accented letters."""

    true: Catalog

    def find(self, msgid: str, context: str = "") -> Message | None:
        """The message, its letters replaced; None where the true catalogue has none."""
        found = self.true.find(msgid, context)
        if found is None:
            return None
        forms = tuple(accented(found.plural or msgid) for _ in found.strings)
        return Message(id=msgid, plural=found.plural, strings=forms, place=found.place)


def accented(text: str) -> str:
    """Replace the letters of a text, all but those of fields and of what an editor types."""
    parts = _KEPT.split(text)
    return "".join(part.translate(_PLAIN) + kept for part, kept in zip(parts, [*_KEPT.findall(text), ""], strict=True))


def english(said: str) -> list[str]:
    """What looks like two words of English, once paths, options, lines of files and quoted words are taken away."""
    return _ENGLISH.findall(_COMMAND.sub("", _DATA.sub("", said)))


@pytest.fixture(autouse=True)
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let Romanian be the accented English."""
    true = findings._catalog("ro")  # noqa: SLF001 - the seam at which a catalogue is read
    monkeypatch.setattr(findings, "_catalog", lambda _: _Pseudo(true))
    monkeypatch.setenv("COLUMNS", "1000")
    printing._translated.cache_clear()  # noqa: SLF001 - as above
    yield
    printing._translated.cache_clear()  # noqa: SLF001 - as above


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site, with a language begun and a published copy, as the current folder."""
    write_site(tmp_path, {**SMALL_SITE, "data/visits.csv": "branch,2024\nA,12\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command in the language, and give all that it says."""
    capfd.readouterr()
    with contextlib.suppress(SystemExit):
        main([*arguments, "--lang", "ro"])
    said = capfd.readouterr()
    return said.out + said.err


def test_the_test_can_fail() -> None:
    """A sentence in English is seen; accents, paths, options and quoted words are not."""
    assert english("Preview at the port") == ["Preview at", "the port"]
    assert english(accented("Preview at the port `of yours`")) == []
    assert english("content/ro/index.md --root 'a b' (c d)") == []


@pytest.mark.parametrize("name", ["", *MODULES])
def test_every_help_is_translated(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """The help of each command has no English in it, argparse's own words included."""
    said = run(capfd, *([name] if name else []), "--help")
    assert english(re.sub(r"(?m)^  factsheet .*$", "", said)) == []
    assert "ŭşȧɠḗ: " in said or not name


def test_every_text_of_every_parser_is_in_the_catalogue() -> None:
    """No option, group or subcommand has a text without a translation."""
    told = findings.words_of("ro")
    assert [text for text in texts(parser()) if told(text) == text] == []


GOOD = [
    ("check",),
    ("check", "--profile"),
    ("build", "--verbose"),
    ("build",),
    ("status", "--diff"),
    ("extract",),
    ("export", "de"),
    ("export", "en"),
    ("import", "en.po"),
    ("new", "locale", "de"),
    ("new", "locale", "de"),
    ("status", "--diff"),
    ("import", "de.po"),
    ("translated", "content/de/index.md"),
    ("new", "sheet", "visitors"),
    ("new", "site", "../x"),
    ("verify", "public"),
    ("explain", "Q404"),
    ("prove",),
    ("eject",),
    ("new", "table", "data/visits.csv"),
    ("completion", "bash"),
    ("completion", "zsh"),
    ("completion", "fish"),
]


def test_what_goes_well_is_said_in_the_language(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each command that does what it is asked for says so without English; a changed sheet, too."""
    found = {}
    for arguments in GOOD:
        found[arguments] = english(_without_scripts(arguments, run(capfd, *arguments)))
    (site / "content/ro/index.md").write_text(SMALL_SITE["content/ro/index.md"].replace("dus la", "adus"), "utf-8")
    found["status",] = english(run(capfd, "status", "--diff"))
    assert {arguments: said for arguments, said in found.items() if said} == {}


def test_every_command_is_tried() -> None:
    """Each command stands among those that go well, but `serve`, which has no end, and those that print files."""
    assert set(MODULES) - {arguments[0] for arguments in GOOD} == {"serve", "docs", "hosting", "read"}


def _without_scripts(arguments: tuple[str, ...], said: str) -> str:
    """The comment of a script only: the rest is for a shell to read."""
    return said.partition("\n")[0] if arguments[0] == "completion" else said


BAD = [
    ("buidl",),
    ("build", "--frobnicate"),
    ("check", "--format"),
    ("check", "--format", "html"),
    ("check", "--today", "soon"),
    ("build", "--jobs", "0"),
    ("check", "--base-url", "example.org"),
    ("check", "--sources", "nowhere"),
    ("check", "--root", "nowhere"),
    ("serve", "--port", "eight"),
    ("serve", "--editor", "notepad"),
    ("serve", "--host", "no.such.host.invalid"),
    ("explain",),
    ("explain", "P2O1"),
    ("explain", "zzz"),
    ("export", "ro"),
    ("export", "romanian"),
    ("export", "en", "-o", "no/where.po"),
    ("import", "nowhere.po"),
    ("new",),
    ("new", "site"),
    ("new", "site", "content"),
    ("new", "sheet", "Method!"),
    ("new", "sheet", "index"),
    ("new", "locale", "ro"),
    ("new", "locale", "enn"),
    ("new", "locale", "qqq"),
    ("translated",),
    ("translated", "content/ro/index.md"),
    ("translated", "content/en/indx.md"),
    ("translated", "zzz"),
    ("verify", "nowhere"),
    ("verify", "content"),
    ("build", "-o", "/"),
    ("build", "-o", ""),
    ("build", "-o", "content"),
    ("build", "-o", "theirs"),
    ("extract", "--check"),
]


def test_what_goes_wrong_is_said_in_the_language(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each wrong call is answered without English."""
    (site / "theirs").mkdir()
    (site / "theirs/a.txt").write_text("x", encoding="utf-8")
    found, silent = {}, []
    for arguments in BAD:
        said = run(capfd, *arguments)
        found[arguments] = english(said)
        silent += [] if said else [arguments]
    assert {arguments: said for arguments, said in found.items() if said} == {}
    assert silent == []


def test_argparse_gets_its_own_words_back(capfd: pytest.CaptureFixture[str]) -> None:
    """Other programs in the same process hear argparse as ever."""
    run(capfd, "check", "--help")
    assert argparse.ArgumentParser(prog="x").format_usage() == "usage: x [-h]\n"

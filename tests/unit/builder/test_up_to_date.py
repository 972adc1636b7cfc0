"""A build with nothing to do says again what the last one said; any doubt sends it to look."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factsheet.builder import up_to_date
from factsheet.builder.pipeline import Options, build, publish_result
from factsheet.builder.up_to_date import FLAGS, FOLDER, OUTPUT, SHORT, VALUED, keep, take
from factsheet.cli.arguments import parser
from factsheet.files.marker import check_output
from factsheet.files.scanning import SETTLED
from tests.support import SMALL_SITE, write_site

SAID = ("published\n", "2 notices\n")


@pytest.fixture(autouse=True)
def _still_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's files stay as they are while a test runs."""
    monkeypatch.setattr(up_to_date, "scan_engine", lambda _: [("factsheet/a.py", (1, 2))])


class Built:
    """A site that has been built and whose build is remembered."""

    def __init__(self, root: Path, *, others: Sequence[str] = ()) -> None:
        """Build a small site."""
        self.root = write_site(root, SMALL_SITE)
        self.output = check_output(root, str(root / "public"))
        publish_result(self.output, build(root, Options()), keep=root / FOLDER / "published")
        self.argv = ["build", "--root", str(root)]
        self.others = others
        self.remember()

    def remember(self, said: tuple[str, str] = SAID) -> None:
        """Keep what was said, some time after the last change."""
        keep(self.argv, str(self.output), self.others, said, time.time_ns() + 2 * SETTLED)

    def again(self) -> int | None:
        """Ask whether there is anything to do."""
        return take(self.argv)


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """A site that has been built."""
    return Built(tmp_path / "site")


def test_nothing_changed(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words are said again, each on its own stream, and the build has succeeded."""
    assert built.again() == 0
    assert capsys.readouterr() == SAID


def test_never_built(tmp_path: Path) -> None:
    """Without an earlier build there is nothing to say."""
    assert take(["build", "--root", str(tmp_path)]) is None
    assert take(["build", "--root"]) is None


CHANGES: dict[str, Callable[[Path], object]] = {
    "a sheet": lambda root: write_site(root, {"content/en/index.md": SMALL_SITE["content/en/index.md"] + "\n"}),
    "a data file": lambda root: write_site(root, {"data/prices.csv": "geo,a\nro,1\n"}),
    "a new sheet": lambda root: write_site(root, {"content/ro/nou.md": "---\ntitle: A\n---\n"}),
    "the settings": lambda root: write_site(root, {"site.toml": SMALL_SITE["site.toml"] + "\n"}),
    "no settings": lambda root: (root / "site.toml").unlink(),
    "a template": lambda root: write_site(root, {"templates/sheet.html": "x"}),
    "the lock": lambda root: write_site(root, {"translations.lock": "{}"}),
    "the receipts": lambda root: write_site(root, {"proofs.lock": "{}"}),
    "a published page": lambda root: write_site(root, {"public/ro/index.html": "spoiled"}),
    "a page that is gone": lambda root: (root / "public/ro/index.html").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(built: Built, change: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A change of a source, of the settings or of a published file sends the build to look."""
    CHANGES[change](built.root)
    assert built.again() is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("file", ["notes.txt", "locales/notes.txt", "drawings/plan.svg"])
def test_what_no_build_reads_changes_nothing(built: Built, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no source, also one beside the catalogues, does not send the build to look."""
    write_site(built.root, {file: "x"})
    assert built.again() == 0
    assert capsys.readouterr() == SAID


@pytest.mark.parametrize("variable", ["SOURCE_DATE_EPOCH", "LC_ALL", "LANG", "NO_COLOR"])
def test_the_environment_counts(built: Built, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that changes what is made or said sends the build to look."""
    monkeypatch.setenv(variable, "1")
    assert built.again() is None


def test_the_day_counts(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tomorrow the build looks again, for a figure may be due."""
    monkeypatch.setattr("time.strftime", lambda _: "2099-01-01")
    assert built.again() is None


def test_other_options_are_another_build(built: Built) -> None:
    """What was said under other options is not said again."""
    assert take([*built.argv, "--drafts"]) is None


SPELLINGS: dict[str, Sequence[str]] = {
    "by a sign of equality": ["build", "--root={}"],
    "of two the last": ["build", "--root", "elsewhere", "--root", "{}"],
    "no command named": ["--root", "{}"],
    "the command last": ["--root", "{}", "build"],
    "as one stands": ["build", "--root", "site"],
    "the usual output": ["build", "--root", "{}/"],
}


@pytest.mark.parametrize("how", SPELLINGS)
def test_however_the_build_is_spelled(
    built: Built, how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same build is known again, however its options are written and in whichever folder one stands."""
    monkeypatch.chdir(built.root.parent)
    built.argv = [word.format(built.root) for word in SPELLINGS[how]]
    assert built.again() == 0
    assert capsys.readouterr() == SAID
    CHANGES["a sheet"](built.root)
    assert built.again() is None


def test_short_names(built: Built) -> None:
    """An option means the same by its short name, and before others."""
    built.argv += ["--quiet", "-o", str(built.output)]
    built.remember()
    assert take(["build", f"--output={built.output}", "-q", f"--root={built.root}"]) == 0


def test_the_output_is_named_as_the_command_names_it(
    built: Built, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is said names the folder as it would have been named by a build."""
    built.remember(("", f"in {OUTPUT}"))
    monkeypatch.chdir(built.root.parent)
    for root, shown in (("site", "site/public"), ("./site/", "site/public"), (str(built.root), f"{built.root}/public")):
        assert take(["build", "--root", root]) == 0
        assert capsys.readouterr().err == f"in {shown}"


@pytest.mark.parametrize(
    "argv", [["check"], ["build", "--root"], ["build", "--root="], ["build", "--verify"], ["build", "build"], ["-h"]]
)
def test_what_may_be_anything_else(built: Built, argv: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Other commands, options that are not known and values that lack are for the command line to read."""
    monkeypatch.chdir(built.root)
    assert take(argv) is None
    built.argv = argv
    built.remember(("other\n", ""))
    assert take(argv) is None


@pytest.mark.usefixtures("built")
def test_the_same_words_may_mean_another_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A root that is written from where one stands is another one elsewhere."""
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert take(["build", "--root", "site"]) is None


def test_the_options_are_those_of_the_command_line() -> None:
    """Which options there are, which take a value and which is short for which is as the parser has it."""
    build = parser("build")._subparsers._group_actions[0].choices["build"]  # type: ignore[union-attr, index]  # noqa: SLF001
    unkept = {"--help", "--profile", "--no-cache", "--verify", "--search", "--compress"}
    valued: set[str] = set()
    flags: set[str] = set()
    for action in build._actions:  # noqa: SLF001
        short, name = action.option_strings if len(action.option_strings) > 1 else ("", action.option_strings[0])
        (flags if action.nargs == 0 else valued).add(name)
        assert SHORT.get(short) == (name if name in VALUED | FLAGS and short else None)
    assert valued == VALUED
    assert flags - unkept == FLAGS


def test_the_root_is_where_one_stands(
    built: Built, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--root`, the site is that of the folder in which the command is run."""
    monkeypatch.chdir(built.root)
    built.argv = ["build"]
    built.remember()
    assert built.again() == 0
    assert capsys.readouterr() == SAID


def test_files_outside_of_the_site(tmp_path: Path) -> None:
    """An archived source that was looked at counts, also one that was not there."""
    archive = tmp_path / "source.txt"
    built = Built(tmp_path / "site", others=[str(archive)])
    assert built.again() == 0
    archive.write_text("1.209 arestări")
    assert built.again() is None


def test_a_file_that_changed_just_now_is_not_trusted(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file changed as the build began, its times cannot tell a later change, so nothing is kept."""
    CHANGES["a sheet"](built.root)
    keep(built.argv, str(built.output), (), ("new", ""), time.time_ns())
    assert built.again() is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", "x", "\x1e" * 4, "\x1e" * 9])
def test_a_damaged_note_is_none(built: Built, text: str) -> None:
    """Whatever stands in the file, the answer is to look."""
    for note in (built.root / FOLDER).glob("last-*"):
        note.write_text(text)
    assert built.again() is None


def test_words_that_cannot_be_kept(built: Built) -> None:
    """What was said with the very character that parts the file is not kept."""
    for note in (built.root / FOLDER).glob("last-*"):
        note.unlink()
    built.remember(("a\x1eb", ""))
    assert list((built.root / FOLDER).glob("last-*")) == []


def test_a_disk_that_does_not_let_it(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, the build has succeeded all the same."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("os.replace", full)
        built.remember(("new\n", ""))
    assert built.again() == 0


def test_the_engine_counts(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another state of the engine's own files sends the build to look."""
    monkeypatch.setattr(up_to_date, "scan_engine", lambda _: [("factsheet/a.py", (1, 3))])
    assert built.again() is None

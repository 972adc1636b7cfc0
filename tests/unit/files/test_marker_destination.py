"""Which folders may be an output."""

from pathlib import Path

import pytest

from factsheet.files.marker import LONG, MARKER, OutputRefused, WhyRefused, check_output, marker_bytes
from factsheet.files.publishing import publish


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site's own folder, two folders deep."""
    root = tmp_path / "sites/mine"
    for name in ("content/ro", "templates", "static", "locales"):
        (root / name).mkdir(parents=True)
    (root / "content/ro/index.md").write_text("text")
    return root


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("", WhyRefused.EMPTY),
        ("  ", WhyRefused.EMPTY),
        ("/", WhyRefused.FILESYSTEM_ROOT),
        ("//", WhyRefused.FILESYSTEM_ROOT),
        (".", WhyRefused.ROOT),
        ("./", WhyRefused.ROOT),
        ("content/..", WhyRefused.ROOT),
        ("..", WhyRefused.ABOVE_ROOT),
        ("../..", WhyRefused.ABOVE_ROOT),
        ("../mine", WhyRefused.ROOT),
        ("content", WhyRefused.SOURCES),
        ("Content", WhyRefused.SOURCES),
        ("content/ro", WhyRefused.SOURCES),
        ("content/new/public", WhyRefused.SOURCES),
        ("templates", WhyRefused.SOURCES),
        ("static/public", WhyRefused.SOURCES),
        ("locales", WhyRefused.SOURCES),
        (".git/x", WhyRefused.SOURCES),
        ("public/../content", WhyRefused.SOURCES),
        ("pub\x00lic", WhyRefused.BAD_NAME),
        ("pub\nlic", WhyRefused.BAD_NAME),
    ],
)
def test_refused(root: Path, output: str, reason: WhyRefused) -> None:
    """A folder whose replacement would hurt is refused, whatever its spelling, with what to do instead."""
    with pytest.raises(OutputRefused) as refused:
        check_output(root, output)
    assert refused.value.reason is reason
    assert "name" in str(refused.value)


def test_home(root: Path, tmp_path: Path) -> None:
    """The home folder, and one that holds it, is refused; one in it is not."""
    home = tmp_path / "homes/me"
    home.mkdir(parents=True)
    for output in (home, home.parent):
        with pytest.raises(OutputRefused) as refused:
            check_output(root, output, home=home)
        assert refused.value.reason is WhyRefused.HOME
    assert check_output(root, home / "public", home=home) == home / "public"


@pytest.mark.parametrize("kind", ["file", "link", "dangling", "foreign", "damaged", "below a file"])
def test_in_the_way(root: Path, kind: str) -> None:
    """A file, a link, or a folder with files of others is refused and left as it is."""
    output = root / "public"
    reason = WhyRefused.FOREIGN
    if kind in {"file", "below a file"}:
        output.write_text("mine")
        output, reason = (output if kind == "file" else output / "x"), WhyRefused.NOT_A_FOLDER
    elif kind == "link":
        (root / "elsewhere").mkdir()
        output.symlink_to("elsewhere")
        reason = WhyRefused.LINK
    elif kind == "dangling":
        output.symlink_to("nowhere")
        reason = WhyRefused.LINK
    else:
        output.mkdir()
        (output / ("notes.txt" if kind == "foreign" else MARKER)).write_text("mine")
    with pytest.raises(OutputRefused) as refused:
        check_output(root, output)
    assert refused.value.reason is reason


def test_accepted(root: Path) -> None:
    """A new folder, an empty one, a site of this tool and one elsewhere are given as absolute paths."""
    assert check_output(root, "public") == root / "public"
    (root / "public").mkdir()
    assert check_output(root, "public/") == root / "public"
    publish(root / "public", {"index.html": b"x"})
    (root / "public/notes.txt").write_text("mine")
    assert check_output(root, Path("public")) == root / "public"
    assert check_output(root, "../other/public") == root.parent / "other/public"
    assert check_output(root, "contents") == root / "contents"


def test_relative_to(root: Path, tmp_path: Path) -> None:
    """A relative output is taken from the root, or from the folder that is named."""
    assert check_output(root, "x/y") == root / "x/y"
    assert check_output(root, "x/y", base=tmp_path) == tmp_path / "x/y"


def test_through_a_link(root: Path, tmp_path: Path) -> None:
    """A link on the way to the output is resolved before the output is compared with the sources."""
    (tmp_path / "short").symlink_to(root)
    with pytest.raises(OutputRefused) as refused:
        check_output(root, tmp_path / "short/content/x")
    assert refused.value.reason is WhyRefused.SOURCES
    assert check_output(tmp_path / "short", "public") == root / "public"


def test_a_long_list_is_read_by_who_publishes(root: Path) -> None:
    """Of a long list only the beginning is looked at before a build; what is wrong further on stops publication."""
    (root / "public").mkdir()
    good = marker_bytes({f"a{number}": "0" * 64 for number in range(LONG // 64)})
    (root / "public" / MARKER).write_bytes(good.replace(b"0" * 64, b"1", 1)[:-9])
    assert check_output(root, "public") == root / "public"
    with pytest.raises(OutputRefused):
        publish(root / "public", {"index.html": b"x"})
    (root / "public" / MARKER).write_bytes(good[1:])
    with pytest.raises(OutputRefused):
        check_output(root, "public")


def test_list_of_a_stranger(root: Path) -> None:
    """A list that names files outside the folder does not make it an output."""
    (root / "public").mkdir()
    text = marker_bytes({"a": "0"}).replace(b'"a"', b'"../../x"')
    (root / "public" / MARKER).write_bytes(text)
    with pytest.raises(OutputRefused):
        check_output(root, "public")

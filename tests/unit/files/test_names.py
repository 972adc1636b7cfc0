"""Which names are safe."""

import pytest

from factsheet.files.names import check_paths, fault_in_name, printable


@pytest.mark.parametrize("name", ["index.md", "știri.md", "سلام\u200cها.md", "a b.md", "_x", "日本.md"])
def test_ordinary_names(name: str) -> None:
    """Letters of any script, spaces and the joiners of Persian are fine in a source's name."""
    assert fault_in_name(name) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\\b.md", "separator"),
        ("c:x.md", "separator"),
        ("a\nb.md", "U+000A"),
        ("a\u202egpj.md", "U+202E"),
        ("a\u2066b", "U+2066"),
        ("a\ufeff", "U+FEFF"),
        ("a\U000e0041", "U+E0041"),
        ("a\udcff", "not UTF-8"),
        ("ș" * 128, "255"),
        ("x" * 256, "255"),
    ],
)
def test_unsafe_names(name: str, said: str) -> None:
    """Separators of other systems, unseen characters, wrong encodings and long names are refused by name."""
    assert said in str(fault_in_name(name))


def test_printable() -> None:
    """A path is shown with its unseen characters escaped and the others as they are."""
    assert printable("știri\u202e\n\udcff") == "știri\\u202e\\n\\udcff"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/./b",
        "a/",
        "a\\b",
        "C:/x",
        "a:b",
        "nul",
        "a/CON.html",
        "com1",
        "LPT¹.txt",
        "a./b",
        "a /b",
        " a",
        'a"b',
        "a<b",
        "a|b",
        "a?b",
        "a*b",
        "a\x00b",
        "a\u202eb",
        "s\u0326tiri",
        "x" * 256,
        "/".join(["abcdefgh"] * 120),
    ],
)
def test_unsafe_paths(path: str) -> None:
    """A path that leaves the output or means something else on another system is refused."""
    with pytest.raises(ValueError, match="unsafe path"):
        check_paths([path])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.html", "A.html"),
        ("ro/a.html", "RO/a.html"),
        ("ro/a.html", "Ro/b.html"),
        ("straße", "STRASSE"),
        ("ﬁ.html", "fi.html"),
        ("a", "a/b"),
        ("A", "a/b"),
        ("x/a/b", "x/A"),
    ],
)
def test_collisions(one: str, other: str) -> None:
    """Two paths that are one where case or normalisation is ignored, or a file and a folder, are refused."""
    with pytest.raises(ValueError, match="unsafe path"):
        check_paths([one, other])
    with pytest.raises(ValueError, match="unsafe path"):
        check_paths([other, one])


def test_collision_is_named() -> None:
    """The refusal names both paths."""
    with pytest.raises(ValueError, match=r"'A\.html'.*'a\.html'"):
        check_paths(["a.html", "A.html"])


def test_safe_paths() -> None:
    """The paths of a site pass, those of other scripts too; beside them a bad one is still refused."""
    paths = ["index.html", "ro/index.html", "ro/știri/index.html", "_headers", ".nojekyll", "ro/a/b", "ro/c/b"]
    check_paths(paths)
    with pytest.raises(ValueError, match=r"'RO/index\.html'"):
        check_paths([*paths, "RO/index.html"])


def test_paths_are_looked_at_once() -> None:
    """Some of those that were good together are good; with any other they are looked at again."""
    check_paths(["a/b", "c"])
    with pytest.raises(ValueError, match="A/b"):
        check_paths(["a/b", "A/b"])
    check_paths(["c"])
    with pytest.raises(ValueError, match="is a folder"):
        check_paths(["a/b", "c", "c/d"])

"""Links that open a file in an editor."""

from pathlib import Path

import pytest

from factsheet.core.problems import Place
from factsheet.preview.access import KNOWN, address_of_editor, link


@pytest.mark.parametrize(
    ("editor", "address"),
    [
        ("code", "vscode://file/site/content/ro/a.md:7:3"),
        ("codium", "vscodium://file/site/content/ro/a.md:7:3"),
        ("cursor", "cursor://file/site/content/ro/a.md:7:3"),
        ("idea", "idea://open?file=/site/content/ro/a.md&line=7&column=3"),
        ("mate", "txmt://open?url=file:///site/content/ro/a.md&line=7&column=3"),
        ("pycharm", "pycharm://open?file=/site/content/ro/a.md&line=7&column=3"),
        ("subl", "subl://open?url=file:///site/content/ro/a.md&line=7&column=3"),
        ("zed", "zed://file/site/content/ro/a.md:7:3"),
    ],
)
def test_each_editor_is_asked_in_its_own_way(editor: str, address: str) -> None:
    """The links are those that the editors themselves document."""
    assert link(KNOWN[editor], Path("/site"), Place("content/ro/a.md", 7, 3)) == address


def test_an_editor_is_chosen_by_name_or_address() -> None:
    """A known name, or an address with a path in it, is taken as it is asked for."""
    assert address_of_editor("code", {}) == KNOWN["code"]
    assert address_of_editor("my-editor://open?{path}", {}) == "my-editor://open?{path}"


@pytest.mark.parametrize("wanted", ["notepad", "x://", "javascript://{path}", "data://{path}", 'x://{path}"', "{path}"])
def test_others_are_refused(wanted: str) -> None:
    """An unknown name, an address without a path, and one that could run something are refused."""
    with pytest.raises(ValueError, match=r".*"):
        address_of_editor(wanted, {})


def test_the_environment_names_an_editor() -> None:
    """Without being asked, the editor of the environment is taken where it has such addresses."""
    assert address_of_editor(None, {"EDITOR": "/usr/bin/codium --wait"}) == KNOWN["codium"]
    assert address_of_editor(None, {"VISUAL": "vi", "EDITOR": "subl"}) == KNOWN["subl"]
    assert address_of_editor(None, {"EDITOR": "vi"}) is None


def test_a_place_fills_the_address() -> None:
    """Path, line and column are filled in, the path encoded."""
    place = Place('content/ro/a"b c.md', 7, 3)
    assert link(KNOWN["code"], Path("/site"), place) == "vscode://file/site/content/ro/a%22b%20c.md:7:3"

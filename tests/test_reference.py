"""The reference pages of the documents say what the code says: its limits, settings, commands and problems."""

from factsheet.outputs import OUTPUTS
from scripts import docs
from tests.support import ROOT


def test_the_reference_pages_say_what_the_code_says() -> None:
    """Another limit, default or text in the code needs `make docs`."""
    assert docs.main(["--check"]) == 0


def test_names_that_no_plugin_may_give_an_output() -> None:
    """An output of a plugin is refused a name that one of the tool has: whoever writes a plugin can look them up."""
    row = next(line for line in (ROOT / "docs/plugins.md").read_text("utf-8").splitlines() if "own outputs: " in line)
    assert row.partition("own outputs: ")[2].removesuffix(" |") == ", ".join(sorted(f"`{one.name}`" for one in OUTPUTS))

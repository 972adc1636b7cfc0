"""A template that no page uses is told."""

from pathlib import Path

import pytest

from factsheet.checks.catalogues import PAGES
from tests.proving import RO, SITE, found
from tests.support import ROOT

OWN = "templates/box.html"
WITH_LAYOUT = SITE[RO].replace("title: Exemplu\n", "title: Exemplu\nlayout: box\n")


def told(root: Path, files: dict[str, str]) -> list[str]:
    """Where unused templates are told."""
    return [one for one in found(root, {**SITE, **files}) if one.startswith("O724")]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, []),
        ({OWN: "<p>Box</p>"}, [f"O724 {OWN}:1:1"]),
        ({OWN: "<p>Box</p>", "templates/parts/footer.html": '{% include "box.html" %}'}, []),
        ({OWN: "<p>Box</p>", "templates/parts/footer.html": "{% include page.part %}"}, []),
        ({OWN: '{% extends "sheet.html" %}', RO: WITH_LAYOUT}, []),
    ],
)
def test_what_is_used(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    """A layout and a template that another includes are used; where a name is computed, nothing is said."""
    assert told(tmp_path, files) == expected


def test_the_pages_of_the_tool_are_its_templates() -> None:
    """The templates that are asked for by name are those that no other one includes."""
    every = {file.name for file in (ROOT / "templates").glob("*.html")}
    assert every - PAGES == {"base.html"}

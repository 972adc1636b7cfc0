"""Which templates' code is kept on disk."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from factsheet.content.sources import defaults
from factsheet.outputs import jinja
from factsheet.outputs.templating import Templates
from factsheet.site import extraction
from factsheet.site.extraction import template_messages

NAME = "sheet.html"
OURS = (defaults() / "templates" / NAME).read_bytes()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the names of what is kept from here on."""
    names: list[str] = []

    def derived(name: str, _source: bytes, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is made
        names.append(name)
        return make()

    monkeypatch.setattr(jinja, "derived", derived)
    monkeypatch.setattr(extraction, "derived", derived)
    monkeypatch.setattr(jinja, "_CODE", {})
    return names


def compiled(name: str, data: bytes, filters: Mapping[str, Callable[..., object]] | None = None) -> None:
    """Compile a template."""
    environment = Templates({name: data}, filters=filters or {}).environment
    environment.note = lambda _: None
    environment.get_template(name)


def test_the_engines_own_templates_are_kept(kept: list[str]) -> None:
    """The code of a template that comes with the engine is kept, and so are its messages."""
    compiled(NAME, OURS)
    assert template_messages({NAME: OURS})[0]
    assert kept == [f"template-{NAME}", f"messages-{NAME}"]


@pytest.mark.parametrize("name", [NAME, "own.html", "../templates/sheet.html"])
def test_those_of_a_site_are_not(kept: list[str], name: str) -> None:
    """A template of a site is compiled anew in each process, whatever its name: no file of a site leads to code."""
    data = OURS + b"<!-- ours -->"
    compiled(name, data)
    assert template_messages({name: data})[0]
    assert kept == []


def test_filters_of_a_site_reach_no_code_that_is_kept(kept: list[str]) -> None:
    """Jinja works out filters of constants as it compiles, so that what a site's own filter gave would be kept."""
    compiled(NAME, OURS, {"upper": str})
    assert kept == []

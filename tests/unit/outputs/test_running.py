"""The code of the engine's own templates, run without Jinja."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from markupsafe import Markup

from factsheet.builder.pipeline import Options, build
from factsheet.outputs.running import Whole, without_indentation, written
from factsheet.outputs.templating import Templates
from tests.rich_site import RICH_SITE
from tests.support import ROOT, write_site

SITES: Final = ("", "examples/languages", "examples/library", "examples/prices", "examples/releases")
"""Folders of sites that use the engine's own templates."""


class Thing:
    """What a template is handed."""

    def __init__(self, **fields: object) -> None:
        vars(self).update(fields)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Render each page twice, also by Jinja's sandbox, and compare; gives the names of the templates that were."""
    names: set[str] = set()
    in_one_piece = Templates._in_one_piece  # noqa: SLF001 - the way that is compared

    def both(self: Templates, name: str, values: Mapping[str, Any]) -> str | None:
        names.add(name)
        text = in_one_piece(self, name, values)
        self.environment.note = lambda _: None
        assert text == self.environment.get_template(name).render(values)
        return text

    monkeypatch.setattr(Templates, "_in_one_piece", both)
    yield names
    assert {"404.html", "embed.html", "sheet.html"} <= names


@pytest.mark.parametrize("folder", SITES)
@pytest.mark.usefixtures("compared")
def test_pages_are_those_of_the_sandbox(folder: str) -> None:
    """Nothing that a page shows tells whether Jinja ran its template."""
    assert not build(ROOT / folder, Options()).has_errors


def test_rare_pages_are_those_of_the_sandbox(compared: set[str], tmp_path: Path) -> None:
    """So it is with pages to choose on, to search on and that lead elsewhere, and in a site that has everything."""
    index = RICH_SITE["content/ro/index.md"].replace("\ntitle", "\naliases: [old.html]\ntitle", 1)
    root = write_site(tmp_path, {**RICH_SITE, "content/ro/index.md": index})
    assert not build(root, Options(formats=("search",))).has_errors
    assert compared == {path.name for path in (ROOT / "templates").glob("*.html")} - {"base.html"}


def test_a_build_imports_no_jinja(tmp_path: Path) -> None:
    """A site without templates of its own is built without it, in a process that finds the code that was kept."""
    write_site(tmp_path, RICH_SITE)
    code = "import sys; from factsheet.cli import main; assert main(sys.argv[1:]) == 0; print('jinja2' in sys.modules)"
    words = [sys.executable, "-c", code, "build", "--root", str(tmp_path), "--jobs", "1", "--quiet"]
    subprocess.run(words, capture_output=True, cwd=ROOT, check=True)
    (tmp_path / "content/ro/more.md").touch()
    assert subprocess.run(words, capture_output=True, cwd=ROOT, check=True).stdout.endswith(b"False\n")


def whole(text: str) -> Whole:
    """The templates of an engine that has one."""
    made = Whole([("a.html", text.encode())])
    made.note = lambda _: None
    return made


@pytest.fixture
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.outputs.running.derived", lambda _name, _source, make: make())


@pytest.mark.usefixtures("_nothing_kept")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ t.a }}{{ t['b'][0] }}{{ gone is defined }}{{ t is defined }}{{ t.b|length }}", "&lt;1FalseTrue2"),
        (
            "{% for n in t.b %}{{ loop.index0 }}{{ loop.index }}{{ loop.first }}{{ n }};{% endfor %}",
            "01True1;12False2;",
        ),
        ("{{ '#' ~ t.a }}{{ t.safe ~ t.a ~ 1 }}", "#&lt;<b>&lt;1"),
        ("{% macro m(n) %}<{{ n }}{% if n > 1 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}", "<3<2<1"),
        ("{% set a = 1 %}{% with b = a %}{{ a }}{{ b }}{% endwith %}{{ call('x', y=2) }}", "11x2"),
        ("{{ t.a if t.a else none }}{% if not t.nothing %}{{ 'a<' }}{% endif %}", "&lt;a&lt;"),
    ],
)
def test_what_the_code_asks_for_is_there(text: str, shown: str) -> None:
    """Names, loops, joins, macros and calls mean what they mean to Jinja."""
    given = _Given(a="<", b=[1, 2], safe=Markup("<b>"), nothing=None)
    values = {"t": given, "call": lambda x, y: f"{x}{y}"}
    assert whole(text).render("a.html", values) == shown
    templates = Templates({"a.html": text.encode()})
    templates.environment.note = lambda _: None
    assert templates.environment.get_template("a.html").render(values) == shown


class _Given(Thing):
    def __getitem__(self, name: str) -> object:
        return vars(self)[name]


@pytest.mark.usefixtures("_nothing_kept")
@pytest.mark.parametrize(
    "text",
    [
        "{{ gone }}",
        "{{ gone.a }}",
        "{{ gone ~ 'a' }}",
        "{{ gone|length }}",
        "{{ 'a'|upper }}",
        "{{ call(*[1]) }}",
        "{% if gone %}{% endif %}",
        "{% if gone == 1 %}{% endif %}",
        "{% if gone in [1] %}{% endif %}",
        "{% for one in gone %}{% endfor %}",
        "{% for one in [1] %}{{ loop.previtem }}{% endfor %}",
        "{{ 'a' if call is not defined }}",
    ],
)
def test_anything_else_fails(text: str) -> None:
    """What Jinja would refuse fails, and so does what only Jinja has: it is asked then."""
    with pytest.raises((AttributeError, KeyError, LookupError, NameError, TypeError)):
        whole(text).render("a.html", {"call": str})


def test_indentation_goes() -> None:
    """What lines begin with is left out."""
    assert without_indentation(b"<p>\n    one  two\n</p>") == b"<p>\none  two\n</p>"


@pytest.mark.parametrize(("value", "shown"), [("a", "a"), ("<", "&lt;"), (Markup("<"), "<"), (1, "1"), (None, "None")])
def test_what_is_put_out_is_escaped(value: object, shown: str) -> None:
    """Texts are escaped but for those that are safe already."""
    assert written(value) == shown


def test_a_page_is_let_go_of_at_once() -> None:
    """Nothing of it waits for garbage to be looked for, which a command does not do before it has many pages."""
    whole = Whole([("a.html", b"{{ thing.name }}{% for one in thing.names %}{{ one }}{% endfor %}")])
    whole.note = lambda _: None
    thing = Thing(name="a", names=["b"])
    kept = weakref.ref(thing)
    gc.disable()
    try:
        assert whole.render("a.html", {"thing": thing}) == "ab"
        del thing
        assert kept() is None
    finally:
        gc.enable()

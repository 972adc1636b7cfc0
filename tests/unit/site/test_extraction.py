"""Messages are found in templates and in the engine's own modules."""

import pytest

from factsheet.cli.extract import engine_messages
from factsheet.content.catalogs import PoEntry, Wanted
from factsheet.site.extraction import joined, messages_of_engine, template_messages
from tests.support import ROOT


def test_all_ways_to_ask_are_found() -> None:
    """Short and long names, contexts, plurals and translation blocks are messages, in the order of the files."""
    text = (
        "{# Translators: shown at the top #}\n"
        '{{ _("A") }} {{ gettext("B %(x)s", x=1) }} {{ pgettext("c", "C") }}\n'
        '{{ ngettext("%(n)s d", "%(n)s e", n=n) }} {% trans %}F{% endtrans %} {{ _(name) }}\n'
    )
    found, problems = template_messages({"b.html": text.encode(), "a.html": b'{{ _("A") }}'})
    assert problems == []
    assert [(message.context, message.id, message.plural) for message in found] == [
        ("", "A", None),
        ("", "B %(x)s", None),
        ("c", "C", None),
        ("", "%(n)s d", "%(n)s e"),
        ("", "F", None),
    ]
    assert found[0].places == ("templates/a.html", "templates/b.html")


def test_notes_reach_translators() -> None:
    """A comment before a message that is for translators goes with it."""
    (message,), _ = template_messages({"a.html": b'{# Translators: the name of the site #}\n{{ _("A") }}'})
    assert message.notes == ("the name of the site",)


@pytest.mark.parametrize(("data", "line"), [(b'{{ _("A") }}\n{% if %}', 2), (b"{{ _('\xff') }}", 1)])
def test_a_broken_template_is_a_finding(data: bytes, line: int) -> None:
    """A template that cannot be read is never skipped in silence."""
    found, problems = template_messages({"a.html": data, "b.html": b'{{ _("B") }}'})
    assert [message.id for message in found] == ["B"]
    assert [(problem.code, problem.place.path, problem.place.line) for problem in problems] == [
        ("O701", "templates/a.html", line)
    ]


def test_modules_ask_with_literals_and_constants() -> None:
    """Calls of a catalogue, constants of a module and tables of messages with their context are found."""
    source = (
        'TITLE: Final = "Title"\n'
        'BOUND_MESSAGES = {"over": "over %(figure)s"}\n'
        '_MESSAGES = ("One", "Two")\n'
        "def f(catalog, site):\n"
        '    catalog.text("Plain")\n'
        '    site.catalogs[0].text(TITLE, "context")\n'
        '    settings.text("not one")\n'
        "    catalog.text(unknown)\n"
    )
    found = engine_messages({"factsheet/a.py": source.encode()})
    assert {(message.context, message.id) for message in found} == {
        ("bound", "over %(figure)s"),
        ("", "One"),
        ("", "Two"),
        ("", "Plain"),
        ("context", "Title"),
    }


def test_every_call_of_the_engine_can_be_found() -> None:
    """No module asks a catalogue for a text that is made up on the way."""
    files = [file for room in ("builder", "outputs", "site") for file in (ROOT / "factsheet" / room).rglob("*.py")]
    found = {message.id for message in engine_messages({str(file): file.read_bytes() for file in files})}
    assert {"over %(figure)s", "Back to the text", "This page does not exist"} <= found


def test_the_engine_is_known_by_its_places() -> None:
    """From a template of catalogues only what the engine asks for is taken."""
    entries = [
        PoEntry(id="", strings=("",)),
        PoEntry(id="A", references=("templates/a.html", "factsheet/site/figures.py"), context="c", notes=("n",)),
        PoEntry(id="B", references=("templates/a.html",)),
    ]
    assert messages_of_engine(entries) == [
        Wanted(id="A", context="c", places=("factsheet/site/figures.py",), notes=("n",))
    ]


def test_lists_are_joined_once() -> None:
    """A message asked for in two lists is one message with both places."""
    one, two = Wanted(id="A", places=("x",)), Wanted(id="A", places=("y", "x"))
    assert joined([one], [two]) == [Wanted(id="A", places=("x", "y"))]

"""Templates parsed once, to find their messages and to be compiled."""

import io
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError
from jinja2.ext import babel_extract

from factsheet.outputs.templating import Templates
from factsheet.site import extraction
from factsheet.site.extraction import template_messages

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.fixture(autouse=True)
def _no_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_trees", {})


def test_a_tree_is_parsed_once_and_given_away_once() -> None:
    """Whoever compiles a tree changes it, so that nobody else may have it."""
    tree = extraction.tree_of("{{ _('One') }}")
    assert extraction.tree_of("{{ _('One') }}") is tree
    assert extraction.taken("{{ _('One') }}") is tree
    assert extraction.taken("{{ _('One') }}") is None


def test_of_very_many_trees_the_oldest_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody compiles takes no memory for ever."""
    monkeypatch.setattr(extraction, "MOST_TREES", 2)
    for number in range(4):
        extraction.tree_of(f"{number}")
    assert [extraction.taken(f"{number}") is None for number in range(4)] == [True, True, False, False]


def test_what_cannot_be_parsed_is_not_kept() -> None:
    """A fault in a template is raised each time that the template is asked for."""
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            extraction.tree_of("{% if %}")


def test_the_messages_are_those_of_jinja() -> None:
    """The messages of the tree are those that Jinja finds with Babel's function, the trimmed ones too."""
    data = b"{{ _('One') }}{% trans n=2 %}\n  two\n  lines {{ n }}\n{% endtrans %}{{ ngettext('%(num)s a', 'b', 2) }}"
    found, problems = template_messages({"a.html": data})
    options = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}
    theirs = [texts for _, _, texts, _ in babel_extract(io.BytesIO(data), ("_", "gettext", "ngettext"), [], options)]
    assert problems == []
    assert [(one.id, one.plural) for one in found] == [("One", None), ("two lines %(n)s", None), ("%(num)s a", "b")]
    assert theirs == ["One", ("two lines %(n)s", None), ("%(num)s a", "b", None)]


def test_a_template_compiled_from_its_tree_is_the_same() -> None:
    """What a template writes does not tell whether its messages were sought before."""
    data = (TEMPLATES / "parts" / "key.html").read_bytes()
    source = data.decode()
    plain = Templates({"a.html": data}).environment.compile(source, "a.html", "templates/a.html", raw=True)
    template_messages({"a.html": data + b" "})
    extraction.tree_of(source)
    taken = Templates({"a.html": data}).environment.compile(source, "a.html", "templates/a.html", raw=True)
    assert taken == plain
    assert extraction.taken(source) is None

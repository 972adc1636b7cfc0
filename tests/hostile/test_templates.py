"""Templates are their owner's, and still run no code, read no file and take no more than their share."""

from functools import partial
from typing import Final

import pytest

from factsheet.content.catalogs import Catalog
from factsheet.core.codes import message
from factsheet.core.problems import Place
from factsheet.outputs import bounds
from factsheet.outputs.templating import TemplateFault, Templates
from tests.costs import costs_at_most
from tests.hostile.nastiness import TEMPLATES

LOOPS: Final = "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3

LEFT_TO_TREES: Final = ("9999", "lipsum(n", "ns.a ~ ns.a")
"""What only the clock or the bound on memory ends: the processes of trees.py have both."""

ESCAPES: Final = (
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ page.__class__ }}",
    "{{ page.__init__.__globals__ }}",
    "{{ page.__dataclass_fields__ }}",
    "{{ page|attr('__class__') }}",
    "{{ page['__class__'] }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ gettext.__call__ }}",
    "{{ gettext._catalog }}",
    "{{ namespace.__init__ }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ ('{0.__class__}'|attr('format'))(page) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(page) }}",
    "{{ '{x.__class__}'.format_map({'x': page}) }}",
    "{{ [page]|map(attribute='__class__')|list }}",
    "{{ [page]|groupby('__class__') }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends '../site.toml' %}",
)


def rendered(text: str) -> str:
    """Render one template; raises TemplateFault."""
    templates = Templates({"a.html": f"x\n{text}".encode(), "base.html": b"base"})
    return templates.render("a.html", Catalog(language="ro", file="x"), {"page": Place("p")})


def said(text: str) -> str:
    """Render, and give the text, or the code and the place of the finding."""
    try:
        return rendered(text)
    except TemplateFault as fault:
        return f"{fault.problem.code} {fault.problem.place}"


@pytest.mark.parametrize("text", ESCAPES)
def test_no_way_out(text: str) -> None:
    """Internals of Python, files and modules cannot be reached; the finding names the template and the line."""
    html = said(text)
    assert not html.startswith("O70") or html.startswith(("O701 templates/a.html:", "O702 templates/a.html:"))
    assert not any(word in html for word in ("<class", "&lt;class", "module", "root:", "&lt;function", "Catalog"))


@pytest.mark.parametrize("text", [text for text in TEMPLATES if not any(slow in text for slow in LEFT_TO_TREES)])
def test_no_giant(text: str) -> None:
    """Whatever a template multiplies, pads, nests or repeats, it ends at once, as text or as a finding."""
    with costs_at_most(bounds.SECONDS):
        assert len(said(text)) < bounds.MOST_OUTPUT


DOUBLED: Final = (
    "{{% set ns = namespace(a={0}) %}}{{% for i in range(60) %}}{{% set ns.a = ns.a {1} ns.a %}}{{% endfor %}}"
)


@pytest.mark.parametrize(
    "text",
    [
        DOUBLED.format("'aa'", "~"),
        DOUBLED.format("'aa'", "+"),
        DOUBLED.format("[1]", "+"),
        DOUBLED.format("(1,)", "+"),
        "{% autoescape false %}" + DOUBLED.format("'aa'", "~") + "{% endautoescape %}",
    ],
)
def test_doubling_ends(text: str) -> None:
    """A text or a list that is doubled again and again is refused long before it fills the memory."""
    with costs_at_most(bounds.SECONDS):
        assert said(text) == "O702 templates/a.html:2:1"


@pytest.mark.parametrize("text", ["{{ [1, 2, 3]|random }}", "{{ lipsum() }}"])
def test_nothing_is_left_to_chance(text: str) -> None:
    """What would give another page each time is not offered."""
    assert said(text).startswith(("O701 templates/a.html:2", "O702 templates/a.html:2"))


def test_joins_escape_as_before() -> None:
    """Parts that `~` joins are escaped where the page is, and not where it is not."""
    assert rendered("{% set b = '<b>'|safe %}{{ '<' ~ 1 ~ b }}") == "x\n&lt;1<b>"
    assert rendered("{% autoescape false %}{{ '<' ~ 1 }}{% endautoescape %}") == "x\n<1"
    assert rendered("{{ 1 + 2 }}{{ 'a' + 'b' }}{{ ([1] + [2])|length }}") == "x\n3ab2"


def test_loops_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop without an end is stopped by the clock, soon enough for a reader, and the finding stands at its line."""
    assert bounds.SECONDS <= 5
    monkeypatch.setattr("factsheet.outputs.templating.time_limit", partial(bounds.time_limit, 0.5))
    with costs_at_most(5), pytest.raises(TemplateFault) as caught:
        rendered(LOOPS)
    assert caught.value.problem.place.line == 2
    assert "longer" in message(caught.value.problem)


def test_a_template_that_took_too_long_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred pages of a template without an end cost the time of one; other templates are rendered all the same."""
    monkeypatch.setattr("factsheet.outputs.templating.time_limit", partial(bounds.time_limit, 0.2))
    templates = Templates({"a.html": LOOPS.encode(), "b.html": b"well"})
    catalog = Catalog(language="ro", file="x")
    with costs_at_most(10):
        for _ in range(100):
            with pytest.raises(TemplateFault, match="O702"):
                templates.render("a.html", catalog, {})
    assert templates.render("b.html", catalog, {}) == "well"


def test_long_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is longer than any page is a finding."""
    monkeypatch.setattr("factsheet.outputs.templating.MOST_OUTPUT", 1000)
    with pytest.raises(TemplateFault, match="O702"):
        rendered("{% for a in range(2000) %}x{% endfor %}")


@pytest.mark.parametrize(
    "text", ["{{ 3 * 4 }}", "{{ '-' * 40 }}", "{{ 2 ** 10 }}", "{{ '%05d' % 7 }}", "{{ 'a'|center(80) }}"]
)
def test_ordinary_sums_are_fine(text: str) -> None:
    """What templates do every day they may do."""
    assert rendered(text)


def test_bytes_that_are_no_text() -> None:
    """A template that is not UTF-8 is text with replacement characters here; its check reports it."""
    assert Templates({"a.html": b"\xff\xfe"}).render("a.html", Catalog(language="ro", file="x"), {}) == "\ufffd\ufffd"

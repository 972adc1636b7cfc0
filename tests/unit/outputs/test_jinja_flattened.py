"""The engine's own templates as one piece of code each."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest
from jinja2 import nodes

from factsheet.content.catalogs import Catalog
from factsheet.content.sources import defaults
from factsheet.outputs.jinja import environment, joined
from factsheet.outputs.running import Root, whole
from factsheet.outputs.templating import TemplateFault, Templates

FOLDER = defaults() / "templates"
OURS = {str(path.relative_to(FOLDER)): path.read_bytes() for path in sorted(FOLDER.rglob("*.html"))}
PARTS = {
    "page.html": "{% extends 'base.html' %}\n{% set lang = page.lang %}\n"
    "{% block title %}{{ page.title }}{% endblock %}\n"
    "{% block body %}{% for card in page.cards %}{% include 'card.html' %}{% endfor %}"
    "{% if page.none %}{% elif page.title %}{% include 'card.html' %}{% endif %}{{ card is defined }}{% endblock %}",
    "base.html": "<{{ lang }}>{% block title %}none{% endblock %}{% block head %}<head>{% endblock %}"
    "{% block body %}{% endblock %}",
    "card.html": "{% set tag = 'p' %}<{{ tag }}>{{ card.title if card is defined else 'no card' }}{{ _('Sources') }}"
    "{{ gettext('As of %(date)s', date='<') }}\n",
}


class Thing:
    """What a template is handed."""

    def __init__(self, **fields: object) -> None:
        vars(self).update(fields)


def parse(name: str) -> nodes.Template:
    """Parse one of the parts."""
    return environment(None).parse(PARTS[name], name)  # type: ignore[arg-type]  # nothing is loaded


def gettext(text: str, **values: str) -> str:
    """Translate into capitals."""
    return (text % values).upper()


def rendered(tree: nodes.Template, values: Mapping[str, Any]) -> str:
    """Render a tree by itself: nothing can be included or extended any more."""
    made = environment(None)  # type: ignore[arg-type]  # the same
    made.note = lambda _: None
    tree.set_environment(made)
    return made.from_string(tree, {}).render(values, _=gettext, gettext=gettext)


def test_a_template_stands_alone() -> None:
    """Blocks, also those that only the parent fills, and what is included, in loops and under conditions, are in it."""
    tree, names = joined("page.html", parse)
    page = Thing(lang="ro", title="T & U", cards=[Thing(title="one"), Thing(title="two")], none=None)
    card = "<p>{}SOURCESAS OF &lt;\n"
    assert names == ("page.html", "base.html", "card.html")
    assert rendered(tree, {"page": page}) == (
        "<ro>T &amp; U<head>" + "".join(map(card.format, ("one", "two", "no card"))) + "False"
    )


def test_a_name_must_be_written_out() -> None:
    """What is included under a computed name cannot be joined."""
    tree = environment(None).parse("{% include name %}")  # type: ignore[arg-type]  # the same
    with pytest.raises(KeyError):
        joined("page.html", lambda _: tree)


@pytest.mark.parametrize("name", [name for name in OURS if "/" not in name])
def test_each_of_ours_is_one_piece(name: str) -> None:
    """No template of the engine that makes a page loads another one while it is rendered."""
    made = whole(tuple(sorted(OURS.items())))
    noted: list[str] = []
    made.note = noted.append
    with suppress(Exception):  # nothing is given to it
        made.render(name, {})
    assert noted[0] == f"template {name}"
    root: Root = made._made[name][0]  # noqa: SLF001 - what was compiled
    words = {word for code in _codes(root.__code__) for word in code}
    assert {"get_template", "call", "getattr", "getitem"}.isdisjoint(words)


def _codes(code: Any) -> Any:  # noqa: ANN401 - code objects, and what they hold
    yield code.co_names
    for one in code.co_consts:
        if hasattr(one, "co_names"):
            yield from _codes(one)


def test_a_fault_has_its_place() -> None:
    """Where the engine's own template fails, it is rendered piece by piece, and the piece that failed is named."""
    with pytest.raises(TemplateFault) as fault:
        Templates(OURS).render("sheet.html", Catalog(language="en", file="en.po"), {"page": Thing(lang="", dir="")})
    assert str(fault.value.problem.place).startswith("templates/base.html:")


@pytest.mark.parametrize(("changed", "is_whole"), [({}, True), ({"parts/card.html": b"<p>"}, False)])
def test_templates_of_a_site_are_not_joined(changed: dict[str, bytes], *, is_whole: bool) -> None:
    """Where a site changes a template, or a plugin has filters, none is trusted."""
    assert (Templates({**OURS, **changed})._whole is not None) is is_whole  # noqa: SLF001 - how it is told
    assert Templates({**OURS, **changed}, filters={"upper": str})._whole is None  # noqa: SLF001 - the same

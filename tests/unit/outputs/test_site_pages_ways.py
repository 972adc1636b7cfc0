"""The ways to the same place in another language, for readers without script."""

from collections.abc import Mapping

import pytest

from factsheet.outputs.site_pages import ids_of, with_ways
from factsheet.outputs.views import LanguageLink

_NAMES = {"en": "English", "ro": "Română", "ar": "العربية"}


def _switcher(tag: str) -> list[LanguageLink]:
    return [
        LanguageLink(
            tag=one,
            name=name,
            dir="rtl" if one == "ar" else "ltr",
            href="./" if one == tag else f"../{one}/",
            current=one == tag,
        )
        for one, name in _NAMES.items()
    ]


def _made(**pages: str) -> Mapping[str, str]:
    places = {tag: ids_of(html) for tag, html in pages.items()}
    others = {tag: {other: places[other] for other in pages if other != tag} for tag in pages}
    return {tag: with_ways(html, _switcher(tag), others[tag]) for tag, html in pages.items()}


def test_a_heading_leads_to_itself_in_each_other_language_that_has_it() -> None:
    """Behind a heading stand links to the same one, none to a page without it, nor to one that is not published."""
    heading = '<h2 class="a" id="unu"><span id="one"></span>One</h2>'
    made = _made(en=f"{heading}<p>A</p>", ro='<h2 id="unu">Unu</h2>', ar="<p></p>")
    assert made["en"] == (
        f'{heading}<noscript><span class="ways">'
        '<a href="../ro/#unu" lang="ro" dir="ltr" hreflang="ro">Română</a></span></noscript><p>A</p>'
    )
    assert made["ar"] == "<p></p>"


def test_several_languages_stand_in_the_order_of_the_switcher() -> None:
    """Each is named in its own words and direction."""
    made = _made(en='<h3 id="a">A</h3>', ro='<p id="a">', ar='<p id="a">')
    assert made["en"].index('#a" lang="ro" dir="ltr"') < made["en"].index('#a" lang="ar" dir="rtl"')


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="_contents">On this page</h2>',
        '<h3 id="_cite">Cite</h3>',
        '<h2 id="_key" class="unseen">Key figures</h2>',
        '<h4 id="deep">Deep</h4>',
        "<h2>Bare</h2>",
        '<h2>Bare</h2><p id="x">X</p>',
    ],
)
def test_other_headings_lead_nowhere(html: str) -> None:
    """Not those of a list of contents, of parts of a section, unseen, deep or without an id."""
    assert _made(en=html, ro=html) == {"en": html, "ro": html}


def test_a_page_of_one_language_is_left_alone() -> None:
    """It leads nowhere else."""
    assert _made(en='<h2 id="a">A</h2>') == {"en": '<h2 id="a">A</h2>'}

"""The pages of single figures, made to be framed by other sites."""

import re
from html import unescape
from pathlib import Path

from tests.exhibits import published
from tests.rich_site import INDEX, build_rich, rich_site
from tests.support import SMALL_SITE


def test_figures_with_a_card_have_a_page() -> None:
    """The front page's figures stand by their id, another sheet's below its path; the same in every language."""
    pages = {path for path in rich_site().files if "/embed/" in path}
    assert pages == {
        f"{tag}/embed/{name}/index.html" for tag in ("ro", "en", "ar") for name in ("arrests", "more/seized")
    }


def test_the_page_shows_the_figure_and_leads_back() -> None:
    """It has the figure's element, its label and day, its source, and a link to the figure that leaves the frame."""
    html = rich_site().text("en/embed/arrests/index.html")
    assert '<data class="figure" id="arrests" data-metric="arrests" value="1209">1,209 arrests</data>' in html
    assert "<h1>Arrests &amp; more</h1>" in html
    assert '<time datetime="2025-01-31">' in html
    assert '<cite lang="ro">Comunicat, „ediția” 2 · Ziarul</cite>' in html
    assert '<a href="https://facts.example/atlas/en/#arrests" target="_blank" rel="noopener">' in html


def test_a_label_is_shown_where_it_says_more(tmp_path: Path) -> None:
    """“Arrests” above “1,209 arrests” is for the ear alone, as it is on a card."""
    site = published(tmp_path, SMALL_SITE)
    assert '<h1 class="unseen">Arrests</h1>' in site.text("en/embed/arrests/index.html")


def test_search_engines_are_sent_to_the_sheet() -> None:
    """The page names the sheet's page as the one that counts, and says nothing against it."""
    html = rich_site().text("ro/embed/more/seized/index.html")
    assert 'name="robots"' not in html
    assert '<link rel="canonical" href="https://facts.example/atlas/ro/mai-mult/">' in html


def test_right_to_left_languages_are_kept_apart() -> None:
    """In Arabic the page runs from right to left, the figure is isolated, foreign labels bear their language."""
    html = rich_site().text("ar/embed/more/seized/index.html")
    assert '<html lang="ar" dir="rtl">' in html
    assert '<bdi dir="rtl"><data' in html
    assert '<h1 lang="ro">Confiscări</h1>' in html


def test_the_card_has_the_code_to_copy() -> None:
    """The code on a card frames the very page, its label escaped; a figure borrowed from another sheet has none."""
    html = rich_site().text("en/index.html")
    (code,) = re.findall(r"<code[^>]*>(.*?)</code>", html)
    frame = unescape(code)
    assert frame.startswith('<iframe src="https://facts.example/atlas/en/embed/arrests/" title="Arrests &amp; more" ')
    assert frame.endswith("></iframe>")


def test_only_these_pages_may_be_framed() -> None:
    """The rules for hosts take the policy of pages away below `embed/`, and put one there that lets them be framed."""
    rules = rich_site().text("_headers").split("\n\n")
    (embeds,) = [rule for rule in rules if rule.startswith("/en/embed/*")]
    assert "  ! Content-Security-Policy\n" in embeds
    assert embeds.endswith("frame-ancestors *")
    assert "frame-ancestors 'none'" in rules[0]


def test_without_highlights_every_figure_has_one() -> None:
    """A sheet that names no key figures shows all on cards, and all have a page."""
    text = INDEX.replace("highlight: [arrests, more/seized]\n", "")
    pages = [path for path in build_rich({"content/ro/index.md": text}).files if path.startswith("en/embed/")]
    assert len(pages) == 7

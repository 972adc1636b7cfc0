"""Numbers that a template types are told at their lines; what its readers do not see is not read."""

from pathlib import Path

from factsheet.checks import typed
from factsheet.checks.typed import templates_type_no_figures
from factsheet.content.sources import defaults
from tests.support import SMALL_SITE, write_site
from tests.translating import site_of

TEMPLATE = """<footer class="a-12">
<p>Sunt 1290 de arestări.</p>
<p>{{ page.figures[1290] }} {# 1290 de arestări #} {% if x > 1290 %}În 2024{% endif %}</p>
<!-- 1290 de arestări --><script>let x = 1290;</script><code>1290 de arestări</code>
<p>Telefon: 021 312 4567, Agenda 2030, Windows 11.</p>
<p>{% trans %}Peste 97 de milioane de dolari{% endtrans %}</p>
</footer>
"""


def test_a_template_types_no_figures(tmp_path: Path) -> None:
    """Numbers in its text are told with their places, years, telephones, names and code are not."""
    files = {**SMALL_SITE, "templates/parts/footer.html": TEMPLATE, "templates/feed.xml": "1290 de arestări"}
    found = list(templates_type_no_figures(site_of(write_site(tmp_path, files))))
    assert [(one.code, one.place.path, one.place.line, one.place.column) for one in found] == [
        ("S312", "templates/parts/footer.html", 2, 9),
        ("S312", "templates/parts/footer.html", 6, 21),
    ]


def test_terms_of_the_site_are_left_alone(tmp_path: Path) -> None:
    """What `terms` names is a name in templates too."""
    settings = f'terms = ["1290 de"]\n{SMALL_SITE["site.toml"]}'
    files = {**SMALL_SITE, "site.toml": settings, "templates/parts/footer.html": TEMPLATE}
    found = list(templates_type_no_figures(site_of(write_site(tmp_path, files))))
    assert [one.place.line for one in found] == [6]


def test_the_templates_of_the_engine_show_no_digits() -> None:
    """So they are not read again by each build: only what a site has changed is."""
    ours = [path for path in (defaults() / "templates").rglob("*") if path.suffix in {".html", ".j2"}]
    assert len(ours) > 20
    assert [path.name for path in ours if typed._lines_with_digits(path.read_text("utf-8"))] == []  # noqa: SLF001

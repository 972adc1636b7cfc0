"""The pages of the sheets."""

import re
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build, check
from factsheet.core.codes import message
from tests.exhibits import gallery, published
from tests.support import ROMANIAN, ROOT, SETTINGS, SMALL_SITE, said, write_site

ORDER = ["_key", "_contents", "_charts", "_figures", "_sources", "_corrections", "_reuse", "_listing"]


def test_parts_stand_in_the_same_order_in_every_language() -> None:
    """Key figures first, then prose, charts, the table, sources, corrections and terms, whatever the language."""
    for tag in ("ro", "ar"):
        html = gallery().text(f"{tag}/index.html")
        assert re.findall(r'<h2 id="(_[a-z]+)"', html) == ORDER
        assert html.index('id="_key"') < html.index('class="prose"') < html.index('id="_charts"')


def test_dates_are_told_to_readers_and_machines() -> None:
    """Publication, update and corrections are `time` elements in the language's words."""
    html = gallery().text("ro/index.html")
    assert '<dt>Fișa</dt><dd><time datetime="2025-11-13">13 noiembrie 2025</time></dd>' in html
    assert '<dt>Actualizată</dt><dd><time datetime="2025-12-01">1 decembrie 2025</time></dd>' in html
    assert '<dt><time datetime="2025-12-01">1 decembrie 2025</time></dt>' in html


def test_citation_is_text() -> None:
    """How to quote the page stands there as words, with author, title, date and address."""
    html = gallery().text("ro/index.html")
    found = re.search(r'<p class="citation" id="_citation">(.*?)</p>', html)
    assert found
    plain = re.sub(r"<[^>]+>", "", found[1])
    assert plain == "Editura, „Toate părțile unei pagini”, 13 noiembrie 2025, https://facts.example/atlas/ro/"


def test_missing_translation_is_told_and_marked() -> None:
    """The original's text is shown with its language, under a notice, as a copy of the original page."""
    html = gallery().text("ar/dosar/second/index.html")
    assert '<p class="notice">' in html
    assert '<div class="prose" lang="ro" dir="ltr">' in html
    assert '<link rel="canonical" href="https://facts.example/atlas/ro/dosar/second/">' in html
    assert "hreflang" not in html.partition("</head>")[0]


def test_sheet_without_figures_offers_those_of_the_language() -> None:
    """Where a sheet declares no figure, the downloads are the whole language's."""
    html = gallery().text("ro/dosar/second/index.html")
    assert '<a href="../../figures.csv" download>' in html
    assert '<a href="index/figures.csv" download>' in gallery().text("ro/index.html")


def test_figures_without_evidence_have_no_column_for_it(tmp_path: Path) -> None:
    """Where no figure has a source, a quote or a note, the table has two columns; with one of them it has three."""
    bare = "\n".join(line for line in ROMANIAN.splitlines() if "source" not in line and "presa" not in line)
    bare = "\n".join(line for line in bare.splitlines() if "quote" not in line)
    for text, columns in ((bare, 2), (ROMANIAN, 3)):
        html = published(tmp_path / str(columns), {"site.toml": SETTINGS, "content/ro/index.md": text}).text(
            "ro/index.html"
        )
        table = html.partition('<table class="figures"')[2].partition("</table>")[0]
        assert table.count('<th scope="col"') == columns
        assert table.count("<td") == columns - 1


def test_short_tables_have_no_tools(tmp_path: Path) -> None:
    """A table of one row is not offered a filter."""
    assert "data-tools" not in published(tmp_path, SMALL_SITE).text("ro/index.html")
    assert "data-tools" in gallery().text("ro/index.html")


@pytest.mark.parametrize(
    ("template", "text"),
    [("{% if %}", "O701"), ("{{ page.nothing }}", "O702"), ("{{ ''.__class__.__mro__ }}", "O702")],
)
def test_broken_template_is_a_finding(tmp_path: Path, template: str, text: str) -> None:
    """A template that cannot be rendered, or that reaches for the engine's inside, stops publication."""
    files = {"site.toml": SETTINGS, "content/ro/index.md": ROMANIAN, "templates/sheet.html": template}
    result = build(write_site(tmp_path, files), Options())
    assert text in {problem.code for problem in result.problems}
    assert result.has_errors
    assert all(message(problem) for problem in result.problems)


def test_site_may_bring_a_layout_of_its_own(tmp_path: Path) -> None:
    """`layout: plain` renders the sheet with templates/plain.html."""
    files = {
        "site.toml": SETTINGS,
        "content/ro/index.md": ROMANIAN.replace("title: Exemplu", "title: Exemplu\nlayout: plain"),
        "templates/plain.html": "<!DOCTYPE html><title>{{ page.title }}</title>{{ page.body }}",
    }
    assert published(tmp_path, files).text("ro/index.html").startswith("<!DOCTYPE html><title>Exemplu</title>")


IN_MACRO = {
    "sheet.html": "{% import 'm.html' as m %}{{ m.f(1) }}",
    "m.html": "{% macro f(x) %}\n{{ x.y }}{% endmacro %}",
}
IN_BLOCK = {"sheet.html": "{% extends 'own.html' %}", "own.html": "\n{% block x %}\n{{ nothing }}{% endblock %}"}


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"sheet.html": "\n{{ page.nothing }}"}, "sheet.html:2:9"),
        ({"base.html": "\n\n{{ nothing }}"}, "base.html:3:4"),
        ({"sheet.html": "{% include 'a.html' %}", "a.html": "\n{{ page.nothing }}"}, "a.html:2:9"),
        ({"sheet.html": "{% include 'none.html' %}"}, "sheet.html:1:13"),
        (IN_MACRO, "m.html:2:6"),
        (IN_BLOCK, "own.html:3:4"),
    ],
)
def test_a_fault_is_told_where_it_is(tmp_path: Path, files: dict[str, str], place: str) -> None:
    """The finding names the file and the line of the fault once, however many pages extend or include that file."""
    site = write_site(tmp_path, {**SMALL_SITE, **{f"templates/{name}": text for name, text in files.items()}})
    assert {str(one.place) for one in build(site, Options()).problems if one.code == "O702"} == {f"templates/{place}"}


@pytest.mark.parametrize(
    "files",
    [
        {"sheet.html": "\n{{ page.nothing }}"},
        {"404.html": "{{ nothing }}"},
        {"parts/footer.html": "{% if %}"},
        {"own.html": "{% endif %}"},
        {"sheet.html": "{{ 1|nofilter }}"},
        {"sheet.html": b"caf\xe9"},
    ],
)
def test_check_finds_what_a_build_finds_in_templates(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    """A fault of a template is told without a build too, and nothing is published with one."""
    site = write_site(tmp_path, {**SMALL_SITE, **{f"templates/{name}": text for name, text in files.items()}})
    checked, built = ([said(one) for one in work(site, Options()).problems] for work in (check, build))
    assert checked == built
    assert any(line.startswith("templates/") for line in checked)


def test_a_layout_that_one_sheet_has_is_tried(tmp_path: Path) -> None:
    """A fault in a layout is found by `check` though most sheets have another."""
    own = ROMANIAN.replace("title: Exemplu", "title: Alt\nlayout: own")
    files = {**SMALL_SITE, "content/ro/b.md": own, "templates/own.html": "\n{{ nothing }}"}
    found = check(write_site(tmp_path, files), Options()).problems
    assert [str(one.place) for one in found if one.code == "O702"] == ["templates/own.html:2:4"]


def test_a_page_leads_to_the_place_where_it_is_edited(tmp_path: Path) -> None:
    """`edit_url` with the file of the sheet is linked below the text; without the setting there is no link."""
    site = write_site(tmp_path, SMALL_SITE)
    assert "Editarea" not in build(site, Options()).artifacts["ro/index.html"].decode()
    address = "https://host.example/edit/main/"
    write_site(site, {"site.toml": f'{SETTINGS}edit_url = "{address}{{file}}"\n'})
    made = build(site, Options()).artifacts
    assert f'href="{address}content/ro/index.md">Editarea paginii<' in made["ro/index.html"].decode()
    assert f'href="{address}content/en/index.md">Edit this page<' in made["en/index.html"].decode()
    write_site(site, {"site.toml": f'{SETTINGS}edit_url = "{address}"\n'})
    assert [problem.code for problem in build(site, Options()).problems if problem.code[0] == "C"] == ["C803"]


def test_the_foot_leads_to_what_tells_of_the_site(tmp_path: Path) -> None:
    """The method, the corrections, the citation, the contact and the licence are one link away at the end of a page."""
    told = 'contact = "mailto:us@facts.example"\nlicense = "CC BY 4.0"\nlicense_url = "https://terms.example/"\n'
    corrected = ROMANIAN.replace(
        "title: Exemplu", "title: Exemplu\ncorrections: [{date: 2025-11-14, text: Am greșit.}]"
    )
    files = {
        "site.toml": SETTINGS + told,
        "content/ro/index.md": corrected,
        "content/ro/method.md": "---\ntitle: Metoda\n---\nAșa.\n",
    }
    site = published(tmp_path, files)
    feet = [site.text(path).partition("<footer")[2] for path in ("ro/index.html", "ro/method/index.html")]
    wanted = ["method/", "#_corrections", "#_reuse", "mailto:us@facts.example", "https://terms.example/"]
    assert re.findall(r'href="([^"]*)"', feet[0]) == wanted
    assert re.findall(r'href="([^"]*)"', feet[1]) == wanted[2:]


OPTIONAL = {
    "a": "",
    "b": "publisher: Editura",
    "c": "date: 2025-01-02",
    "d": "accessed: 2025-01-02",
    "e": "url: https://press.example/",
    "f": "lang: en",
}
"""What a source may have or lack."""


@pytest.mark.parametrize(
    "line",
    [
        "",
        'license = "CC BY 4.0"',
        'license_url = "https://terms.example/"',
        'contact = "mailto:us@facts.example"',
        'description = "Despre."',
        'theme = { footer = "Jos." }',
    ],
)
def test_the_templates_put_out_nothing_that_is_missing(tmp_path: Path, line: str) -> None:
    """Whatever a site and its sources leave out, no page says `None`; the sandbox of own templates would refuse it."""
    sources = "".join(f"  {name}: {{title: Sursa {name}, {more}}}\n" for name, more in OPTIONAL.items())
    metrics = "".join(
        f'  m{name}: {{value: {at}, label: Cifra {name}, source: {name}, quote: "au fost {at}"}}\n'
        for at, name in enumerate(OPTIONAL, 15)
    )
    mentions = " ".join(f"{{{{ m{name} }}}}" for name in OPTIONAL)
    part = "parts/footer.html"
    files = {
        "site.toml": f'reference = "ro"\nbase_url = "https://facts.example/"\n{line}\n',
        "content/ro/index.md": f"---\ntitle: Cifre\nsources:\n{sources}metrics:\n{metrics}---\n{mentions}\n",
        f"templates/{part}": f"{(ROOT / 'templates' / part).read_text()}{{# own #}}\n",
    }
    site = published(tmp_path, files)
    assert ">None<" not in site.text("ro/index.html")
    named = site.text("ro/index.html").count('href="https://terms.example/" rel="license">https://terms.example/<')
    assert named == (2 if "license_url" in line else 0)

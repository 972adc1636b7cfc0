"""A site is put together of its sources; what is wrong with them is told."""

from pathlib import Path

from factsheet.builder import catalogues
from factsheet.builder.assembly import assemble, prepare
from factsheet.builder.catalogues import wanted_messages
from factsheet.builder.options import Options
from factsheet.content.catalogs import read_catalog
from factsheet.content.sources import defaults
from tests.assembling import FILES, findings, read, site_of
from tests.support import SETTINGS, codes, run_here, said, write_site


def test_a_good_site(tmp_path: Path) -> None:
    """All that there is to ask of is there, without a finding."""
    site, problems = findings(tmp_path, FILES)
    assert site is not None
    assert problems == []
    assert [language.tag for language in site.languages] == ["ro", "en"]
    assert site.catalogs["ro"].text("Sources") == "Surse"


def test_the_words_of_markdown_are_those_of_the_language(tmp_path: Path) -> None:
    """What Markdown adds to a text, above alerts and behind footnotes, is said in the language of the page."""
    body = "> [!NOTE]\n> Da.\n\n> [!UNKNOWN]\n> Nu.\n\nText.[^1]\n\n[^1]: Sub text.\n"
    write_site(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": f"---\ntitle: Exemplu\n---\n{body}"})
    assert run_here("build", "--root", tmp_path).returncode == 0
    page = (tmp_path / "public/ro/index.html").read_text(encoding="utf-8")
    assert '<p class="alert-title">Notă</p>' in page
    assert '<p class="alert-title">Ce nu spune sursa</p>' in page
    assert 'title="Înapoi la text"' in page


def test_the_catalogue_of_the_engine_is_read_once() -> None:
    """What is kept of it is what reading it gives; one that differs in a byte is read."""
    file = "locales/ro.po"
    ours = (defaults() / file).read_bytes()
    taken = catalogues._read  # noqa: SLF001
    for _ in range(2):
        assert taken("ro", file, ours) == read_catalog("ro", file, ours)
    changed = ours.replace(b'msgstr "Surse"', b'msgstr "Izvoare"')
    assert taken("ro", file, changed)[0].text("Sources") == "Izvoare"
    assert taken("ro", "locales/en.po", ours)[0].file == "locales/en.po"


def test_bad_settings_end_it(tmp_path: Path) -> None:
    """With settings that are wrong there is no site to ask."""
    site, problems = findings(tmp_path, {**FILES, "site.toml": 'reference = "ro"\nbase_url = "here"\n'})
    assert site is None
    assert codes(problems) == ["C805"]


def test_no_sheet_in_the_reference_language(tmp_path: Path) -> None:
    """Drafts alone are no site, unless drafts are asked for."""
    files = {"site.toml": 'reference = "ro"\n', "content/ro/index.md": "---\ntitle: A\ndraft: true\n---\n"}
    site, problems = findings(tmp_path, files)
    assert site is None
    assert codes(problems) == ["F019"]
    assert site_of(tmp_path, files, Options(drafts=True)).paths == ("index",)
    assert codes(prepare(tmp_path, read(tmp_path, files), Options())[1]) == ["F019"]


def test_a_sheet_that_cannot_be_read(tmp_path: Path) -> None:
    """A sheet without front matter is a finding; the others are there all the same."""
    site, problems = findings(tmp_path, {**FILES, "content/ro/metoda.md": "# No fences\n"})
    assert site is not None
    assert site.paths == ("index", "urmari")
    assert [problem.place.path for problem in problems] == ["content/ro/metoda.md"]


def test_the_address_of_the_command_line(tmp_path: Path) -> None:
    """`--base-url` stands over the settings."""
    site = site_of(tmp_path, options=Options(base_url="https://other.example/"))
    assert site.settings.base_url == "https://other.example/"


def test_the_catalogue_of_the_site_stands_over_the_default(tmp_path: Path) -> None:
    """A message of the site's own catalogue is used; what it lacks comes from the default."""
    head = 'msgid ""\nmsgstr "Language: ro\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    own = head + '\nmsgid "Sources"\nmsgstr "Izvoare"\n'
    catalog = site_of(tmp_path, {**FILES, "locales/ro.po": own}).catalogs["ro"]
    assert catalog.text("Sources") == "Izvoare"
    assert catalog.text("over %(figure)s", "bound", figure="5") == "peste 5"


def test_a_language_at_large_lends_its_catalogue(tmp_path: Path) -> None:
    """Moldova's Romanian takes the words of Romanian."""
    site = site_of(tmp_path, {**FILES, "content/ro-MD/index.md": "---\ntitle: A\n---\n"})
    assert site.catalogs["ro-MD"].text("Sources") == "Surse"


def test_a_broken_catalogue(tmp_path: Path) -> None:
    """A catalogue that cannot be read is a finding; the page has the default's words."""
    site, problems = findings(tmp_path, {**FILES, "locales/ro.po": 'msgid "a\n'})
    assert [problem.place.path for problem in problems] == ["locales/ro.po"]
    assert site is not None
    assert site.catalogs["ro"].text("Sources") == "Surse"


def test_a_broken_lock(tmp_path: Path) -> None:
    """A lock that cannot be read is a finding, and says nothing of any translation."""
    site, problems = findings(tmp_path, {**FILES, "translations.lock": "{"})
    assert codes(problems) == ["T640"]
    assert site is not None
    assert dict(site.lock) == {}


def test_broken_receipts(tmp_path: Path) -> None:
    """Receipts that cannot be read are a finding, and prove nothing."""
    site, problems = findings(tmp_path, {**FILES, "proofs.lock": "{"})
    assert codes(problems) == ["Q429"]
    assert site is not None
    assert dict(site.receipts) == {}


def test_links_in_the_place_of_sheets(tmp_path: Path) -> None:
    """What could not be read from disk is told with the rest."""
    sources = read(tmp_path)
    (tmp_path / "content/ro/linked.md").symlink_to(tmp_path / "site.toml")
    assert sources.problems == ()
    _, problems = assemble(tmp_path, read(tmp_path), Options())
    assert codes(problems) == ["F018"]
    assert "link" in said(problems[0])


def test_what_catalogues_must_hold(tmp_path: Path) -> None:
    """The messages are those of the templates and of the engine itself, each with where it is asked for."""
    wanted, problems = wanted_messages(read(tmp_path))
    keys = {message.key for message in wanted}
    assert problems == []
    assert ("bound", "over %(figure)s") in keys
    assert ("", "Sources") in keys
    assert len(keys) == len(wanted)


def test_a_language_that_the_site_does_not_have(tmp_path: Path) -> None:
    """`--locale` names a language of the site, or is told which there are."""
    _, problems = assemble(tmp_path, read(tmp_path), Options(locales=("en", "xx")))
    assert codes(problems) == ["C809"]
    assert "ro, en" in said(problems[0])


def test_a_catalogue_of_no_language(tmp_path: Path) -> None:
    """A catalogue whose name is no language is left alone."""
    assert site_of(tmp_path, {**FILES, "locales/notes.po": "x"}).catalogs["ro"].text("Sources") == "Surse"


def test_a_summary_in_a_list_is_the_same_once_it_was_kept(tmp_path: Path) -> None:
    """What keeps words together in it is markup again where it comes from what an earlier build kept."""
    sheet = "---\ntitle: Metoda\nsummary: Cum le-am luat & verificat.\n---\nText.\n"
    front = "---\ntitle: Exemplu\n---\nText.\n"
    for text in (front, front + "\nAlt text.\n"):
        write_site(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": text, "content/ro/method.md": sheet})
        assert run_here("build", "--root", tmp_path).returncode == 0
        page = (tmp_path / "public/ro/index.html").read_text(encoding="utf-8")
        assert '<p>Cum <span class="nb">le-am</span> luat &amp; verificat.</p>' in page

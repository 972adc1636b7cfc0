"""What is read from disk: the site's own files over the defaults, and nothing through links."""

from pathlib import Path

from factsheet.content.sources import MAX_STATIC_BYTES, defaults, read_sources
from tests.support import ROOT, SMALL_SITE, said, write_site


def test_the_defaults_are_those_of_this_repository() -> None:
    """Without a package of its own, the engine takes templates, style sheet and catalogues from beside it."""
    assert defaults() == ROOT


def test_a_site_of_content_alone(tmp_path: Path) -> None:
    """Content and settings are the site's; templates, static files and catalogues are given."""
    sources = read_sources(write_site(tmp_path, SMALL_SITE))
    assert sources.settings == SMALL_SITE["site.toml"].encode()
    assert set(sources.content) == {"content/ro/index.md", "content/en/index.md"}
    assert sources.catalogs == {}
    assert "locales/ro.po" in sources.default_catalogs
    assert "base.html" in sources.templates
    assert "style.css" in sources.static
    assert sources.lock is None
    assert sources.problems == ()


def test_own_files_hide_the_defaults(tmp_path: Path) -> None:
    """A template or static file of the site takes the place of the default of its name."""
    own = {"templates/page.html": "mine", "static/style.css": "mine", "locales/ro.po": "", "translations.lock": "x"}
    sources = read_sources(write_site(tmp_path, {**SMALL_SITE, **own}))
    assert sources.templates["page.html"] == sources.static["style.css"] == b"mine"
    assert "base.html" in sources.templates
    assert sources.catalogs == {"locales/ro.po": b""}
    assert sources.lock == b"x"


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """Only .po and .pot files are catalogues, and what lies beside the folders is not looked at."""
    extra = {"locales/ro.mo": "x", "report.txt": "x"}
    sources = read_sources(write_site(tmp_path, {**SMALL_SITE, **extra}))
    assert set(sources.content) == {"content/ro/index.md", "content/en/index.md"}
    assert sources.catalogs == {}


def test_the_site_of_the_defaults_reads_them_once() -> None:
    """Where the site is the repository itself, its catalogues are its own and none are given."""
    sources = read_sources(ROOT)
    assert sources.default_catalogs == {}
    assert "locales/ro.po" in sources.catalogs


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link in the place of a sheet, of the settings or of the lock is a finding, and its target is not read."""
    secret = write_site(tmp_path / "secret", {"secret.md": "secret"}) / "secret.md"
    root = write_site(tmp_path / "site", {"content/ro/index.md": "x"})
    for name in ("content/ro/linked.md", "proofs.lock", "site.toml", "translations.lock"):
        (root / name).symlink_to(secret)
    sources = read_sources(root)
    assert sorted(problem.place.path for problem in sources.problems) == [
        "content/ro/linked.md",
        "proofs.lock",
        "site.toml",
        "translations.lock",
    ]
    assert all("link" in said(problem) for problem in sources.problems)
    assert b"secret" not in (*sources.content.values(), sources.settings, sources.lock)


def test_no_settings(tmp_path: Path) -> None:
    """A site without site.toml has no settings to read."""
    assert read_sources(tmp_path).settings is None


def test_files_to_download_may_be_large(tmp_path: Path) -> None:
    """A static file may have 50 MB; one of more is refused with its size, and texts may not be so long."""
    root = write_site(
        tmp_path, {**SMALL_SITE, "static/raport.pdf": b"x" * 1_200_009, "templates/own.html": "y" * 1_000_001}
    )
    with (root / "static/film.mp4").open("wb") as file:
        file.truncate(MAX_STATIC_BYTES + 1)
    sources = read_sources(root)
    assert len(sources.static["raport.pdf"]) == 1_200_009
    assert [(problem.code, problem.place.path, problem.variant) for problem in sources.problems] == [
        ("F018", "static/film.mp4", "large"),
        ("F012", "templates/own.html", ""),
    ]
    assert "it has 50000001 bytes; at most 50000000 are read" in said(sources.problems[0])


def test_data_files_are_read_and_others_are_left_alone(tmp_path: Path) -> None:
    """Of `data/`, tables are read; whatever else a site keeps there is nobody's business."""
    root = write_site(tmp_path, {**SMALL_SITE, "data/a.csv": "a,b\n", "data/b/c.tsv": "a\tb\n", "data/d.json": "{}"})
    (root / "data/link.csv").symlink_to(root / "data/a.csv")
    sources = read_sources(root)
    assert sorted(sources.data) == ["data/a.csv", "data/b/c.tsv"]
    assert sources.problems == ()

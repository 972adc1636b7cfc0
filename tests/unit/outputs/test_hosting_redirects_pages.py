"""Pages stand at the addresses that sheets had before."""

from pathlib import Path

from tests.support import SMALL_SITE, run_here, write_site


def _with_alias(alias: str) -> dict[str, str]:
    english = SMALL_SITE["content/en/index.md"].replace("title: Example", f"title: Example\naliases: [{alias}]")
    return {**SMALL_SITE, "content/en/index.md": english}


def test_a_page_stands_at_an_alias(tmp_path: Path) -> None:
    """A real page without a script leads to the new address, and names it as canonical."""
    write_site(tmp_path, _with_alias("old/page"))
    done = run_here("build", "--root", tmp_path)
    assert done.returncode == 0, done.stdout
    page = (tmp_path / "public/en/old/page/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://facts.example/en/">' in page
    assert '<a href="../../">Example</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<html lang="en"' in page


def test_an_alias_belongs_to_its_language(tmp_path: Path) -> None:
    """The other languages have no page there, and the sitemap names none."""
    write_site(tmp_path, _with_alias("old"))
    assert run_here("build", "--root", tmp_path).returncode == 0
    assert not (tmp_path / "public/ro/old").exists()
    assert "/old/" not in (tmp_path / "public/sitemap.xml").read_text(encoding="utf-8")

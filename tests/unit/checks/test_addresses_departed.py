"""Pages that were published and are no longer there."""

from pathlib import Path

import pytest

from factsheet.checks.addresses import published_pages
from factsheet.cli import main
from tests.support import SMALL_SITE, write_site

OLD = "---\ntitle: Vechi\n---\nText.\n"
FILES = {**SMALL_SITE, **{f"content/{tag}/{name}.md": OLD for tag in ("ro", "en") for name in ("old", "other")}}


def test_pages_among_files() -> None:
    """Pages of sheets are addresses; framed figures, search and what is no page are not."""
    files = [
        "index.html",
        "ro/index.html",
        "ro/a/b/index.html",
        "ro/embed/x/index.html",
        "ro/search/index.html",
        "x.js",
    ]
    assert published_pages(files) == {"ro/", "ro/a/b/"}


def test_a_renamed_sheet_is_offered_its_old_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that is gone is told of until it leads on; `check --fix` writes the alias of a renamed sheet."""
    site = write_site(tmp_path, FILES)
    root = ["--root", str(site)]
    assert main(["build", *root, "-q"]) == 0
    for tag in ("ro", "en"):
        (site / f"content/{tag}/old.md").rename(site / f"content/{tag}/renamed.md")
    told = read(["check", *root], capsys)
    assert "content/ro/renamed.md:2:8: O714 the page `/ro/old/` was published, and is no longer there" in told
    assert "content/en/renamed.md" in told
    for _ in range(2):
        assert "O714" in read(["build", *root], capsys)
    assert 'aliases: ["old"]' in read(["check", "--fix", *root], capsys)
    assert (
        (site / "content/en/renamed.md").read_text(encoding="utf-8").startswith('---\naliases: ["old"]\ntitle: Vechi')
    )
    assert "O714" not in read(["build", *root], capsys)
    assert (site / "public/ro/old/index.html").is_file()


def test_a_page_that_is_gone_for_good_wants_a_redirect(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no sheet is new, the settings are the place; a redirect there, or a draft, is an answer."""
    site = write_site(tmp_path, FILES)
    root = ["--root", str(site)]
    assert main(["build", *root, "-q"]) == 0
    for tag in ("ro", "en"):
        (site / f"content/{tag}/old.md").unlink()
    (site / "content/ro/other.md").write_text(OLD.replace("title", "draft: true\ntitle"), encoding="utf-8")
    (site / "content/en/other.md").write_text(OLD.replace("title", "draft: true\ntitle"), encoding="utf-8")
    told = read(["build", *root], capsys)
    assert "site.toml:1:1: O714 the page `/ro/old/` was published" in told
    assert "/ro/other/" not in told
    assert main(["build", *root, "--strict", "-q"]) == 1
    capsys.readouterr()
    settings = f'{SMALL_SITE["site.toml"]}[redirects]\n"/ro/old/" = "/ro/"\n"/en/old" = "en/index.md"\n'
    write_site(site, {"site.toml": settings})
    assert "O714" not in read(["build", *root], capsys)
    assert "O714" not in read(["check", "--locale", "ro", *root], capsys)


def read(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command and give what it printed."""
    main(arguments)
    return capsys.readouterr().out

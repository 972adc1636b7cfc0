"""`new locale` adds a language that is shown at once."""

from pathlib import Path

import pytest

from tests.support import run_here, tree, write_site
from tests.translating import FILES, translated_site


def test_only_the_new_language_and_the_lock_change(tmp_path: Path) -> None:
    """Sheets and a catalogue are made, the lock knows them, and no other file is touched."""
    translated_site(tmp_path)
    before = tree(tmp_path)
    done = run_here("new", "locale", "de", "--root", tmp_path)
    assert done.returncode == 0
    after = tree(tmp_path)
    assert set(after) - set(before) == {"content/de/index.md", "locales/de.po"}
    assert [path for path in before if after[path] != before[path]] == ["translations.lock"]
    assert "content/de/index.md" in done.stderr
    assert "draft: true" in done.stderr


def test_a_lock_that_cannot_be_read_is_kept(tmp_path: Path) -> None:
    """Nothing is made, so that what the lock remembers is not lost; a file that is no export is told as one."""
    translated_site(tmp_path)
    (tmp_path / "translations.lock").write_text("<<<<<<< ours\n", encoding="utf-8")
    done = run_here("new", "locale", "de", "--root", tmp_path)
    assert (done.returncode, " F022 " in done.stdout) == (1, True)
    assert (tmp_path / "translations.lock").read_text(encoding="utf-8") == "<<<<<<< ours\n"
    (tmp_path / "translations.lock").unlink()
    done = run_here("import", tmp_path / "content/en/index.md", "--root", tmp_path)
    assert " T630 " in done.stdout


def test_the_site_is_german_at_once(tmp_path: Path) -> None:
    """Before a word is translated, numbers, dates and interface are German, and the page says what it shows."""
    big = FILES["content/ro/index.md"].replace("title: Cifrele", "title: Cifrele\ndate: 2025-11-13")
    big = big.replace("highlight: [arrests]", "highlight: [arrests, money]").replace(
        "  growth:\n", "  money: {value: 97000000, label: Bani, source: presa, quote: 97 de milioane}\n  growth:\n"
    )
    translated_site(tmp_path, {**FILES, "content/ro/index.md": big})
    assert run_here("new", "locale", "de", "--root", tmp_path).returncode == 0
    done = run_here("build", "--root", tmp_path)
    assert done.returncode == 0, done.stdout
    page = (tmp_path / "public/de/index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page
    assert ">1.209</data>" in page
    assert ">97 Millionen</data>" in page
    assert "13. November 2025" in page
    assert "Sie lesen sie auf Rumänisch" in page
    assert '<link rel="canonical" href="https://facts.example/ro/">' in page
    assert 'hreflang="de"' not in page.partition("</head>")[0]
    assert "/de/" not in (tmp_path / "public/sitemap.xml").read_text(encoding="utf-8")
    told = run_here("status", "--root", tmp_path).stdout
    assert "draft 0/" in told


def test_a_language_without_a_shipped_catalogue_gets_every_message(tmp_path: Path) -> None:
    """The catalogue has the right plural header and all that is to translate."""
    translated_site(tmp_path)
    assert run_here("new", "locale", "uk", "--root", tmp_path).returncode == 0
    text = (tmp_path / "locales/uk.po").read_text(encoding="utf-8")
    assert "nplurals=3" in text
    assert 'msgid "Key figures"\nmsgstr ""' in text


@pytest.mark.parametrize("tag", ["pt-BR", "zh-Hans", "sr-Latn", "ro-MD", "ar"])
def test_tags_with_scripts_and_regions(tmp_path: Path, tag: str) -> None:
    """Any tag of BCP 47 that CLDR knows names a folder and a page of its own."""
    translated_site(tmp_path)
    assert run_here("new", "locale", tag, "--root", tmp_path).returncode == 0
    assert run_here("build", "--root", tmp_path).returncode == 0
    assert f'<html lang="{tag}"' in (tmp_path / f"public/{tag}/index.html").read_text(encoding="utf-8")


def test_a_language_that_cldr_lacks(tmp_path: Path) -> None:
    """It needs the numbers of a language close to it, which site.toml names."""
    translated_site(tmp_path)
    refused = run_here("new", "locale", "rmy", "--root", tmp_path)
    assert (refused.returncode, "site.toml" in refused.stderr) == (2, True)
    settings = FILES["site.toml"] + '[locales.rmy]\nname = "Romani"\ncldr = "ro"\n'
    write_site(tmp_path, {"site.toml": settings})
    assert run_here("new", "locale", "rmy", "--root", tmp_path).returncode == 0
    assert "few:" in (tmp_path / "content/rmy/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", ["ro", "../x", "d e", "german"])
def test_what_is_no_new_language_is_refused(tmp_path: Path, tag: str) -> None:
    """The original's own language and what is no tag are wrong usage; nothing is made."""
    translated_site(tmp_path)
    before = tree(tmp_path)
    assert run_here("new", "locale", tag, "--root", tmp_path).returncode == 2
    assert tree(tmp_path) == before


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    """Run again, only sheets that are missing are made."""
    translated_site(tmp_path)
    write_site(tmp_path, {"content/ro/more.md": "---\ntitle: Mai mult\n---\nText.\n"})
    run_here("new", "locale", "en", "--root", tmp_path)
    assert (tmp_path / "content/en/index.md").read_text(encoding="utf-8") == FILES["content/en/index.md"]
    assert (tmp_path / "content/en/more.md").exists()
    assert "Nothing to make" in run_here("new", "locale", "en", "--root", tmp_path).stderr

"""Configurations of web servers; `tests/hosting` starts the servers with them."""

from pathlib import Path

import pytest

from factsheet.cli import main
from factsheet.outputs.hosting import HEADERS
from factsheet.tools.hosting import ServedSite, configuration, escaped, served
from scripts.docs import HOSTING
from tests.support import ROOT, SMALL_SITE, write_site
from tests.translating import site_of


@pytest.mark.parametrize("name", HOSTING)
def test_the_repository_has_the_files_of_a_plain_site(name: str) -> None:
    """`hosting/` holds what the command prints for two languages at the root, with the headers of the build."""
    text = configuration(name, ServedSite())
    assert (ROOT / "hosting" / HOSTING[name]).read_text(encoding="utf-8") == text
    for header, value in HEADERS:
        assert header in text
        assert f'"{value}"' in text


@pytest.mark.parametrize("name", HOSTING)
def test_a_site_of_one_language_at_the_root(name: str) -> None:
    """Without a chooser no language is offered, and there is one page for what is not there."""
    text = configuration(name, ServedSite(languages=(), has_chooser=False))
    assert "Accept-Language" not in text
    assert "/404.html" in text
    assert "()/" not in text


def test_what_a_server_must_know(tmp_path: Path) -> None:
    """Path, languages and old addresses come from the site; old ones are decoded, as servers compare them."""
    english = SMALL_SITE["content/en/index.md"].replace("title: Example", 'title: Example\naliases: ["/Știri.html"]')
    settings = SMALL_SITE["site.toml"].replace("example/", "example/facts/") + 'root = "ro"\n'
    site = site_of(write_site(tmp_path, {**SMALL_SITE, "content/en/index.md": english, "site.toml": settings}))
    assert served(site, "/srv/x", 80) == ServedSite(
        folder="/srv/x",
        port=80,
        base="/facts/",
        languages=("en",),
        has_chooser=False,
        moved=(("/facts/ro/", "/facts/"), ("/facts/ro", "/facts/"), ("/facts/Știri.html", "/facts/en/")),
    )


def test_the_command_prints_the_configuration(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`hosting nginx` prints the file for the site's address and folder; a site that cannot be read has none."""
    site = write_site(tmp_path, SMALL_SITE)
    command = ["hosting", "nginx", "--root", str(site)]
    assert main([*command, "--base-url", "https://facts.example/a/", "--port", "81"]) == 0
    printed = capsys.readouterr().out
    assert "location /a/ {" in printed
    assert f"alias {site}/public/;" in printed
    assert "listen 81;" in printed
    write_site(tmp_path, {"content/ro/index.md": "---\n: x\n---\n"})
    assert main(command) == 1
    write_site(tmp_path, {"site.toml": "nothing = 1\n"})
    assert main(command) == 2


def test_an_address_is_no_pattern() -> None:
    """Signs that a regular expression reads are escaped, each by one backslash, and no others are."""
    signs = r".+*?^$()[]{}|" + "\\"
    assert escaped(signs) == "".join(f"\\{sign}" for sign in signs)
    assert escaped("/ro/a-b_c~d%20/") == "/ro/a-b_c~d%20/"

"""A site of one's own in two languages, from nothing: made, written, published, corrected and renamed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import run_here, tree

RO = """---
title: Trenurile din Valea Mare
date: 2026-03-01
sources:
  orar: {title: Orarul, publisher: Gara, date: 2026-02-01, lang: ro, file: sources/orar.txt}
metrics:
  trains:
    value: 21
    label: Trenuri pe zi
    unit: {one: "{n} tren", few: "{n} trenuri", other: "{n} de trenuri"}
    source: orar
    quote: "21 de trenuri pe zi"
---
Prin gară trec {{ trains }} pe zi. Mai mult despre [gară](station.md).
"""
EN = """---
title: The trains of Valea Mare
metrics:
  trains:
    label: Trains a day
    unit: {one: "{n} train", other: "{n} trains"}
---
{{ trains }} a day pass the station. More about [the station](station.md).
"""
ABOUT = {"ro": "---\ntitle: Gara\n---\nGara este nouă.\n", "en": "---\ntitle: The station\n---\nThe station is new.\n"}

Run = Callable[..., str]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that `new site` has made for two languages, without a sample."""
    root = tmp_path / "trains"
    assert run_here("new", "site", root, "--languages", "ro,en", "--empty").returncode == 0
    return root


@pytest.fixture
def run(site: Path) -> Run:
    """Runs a command in the site; gives what it said when it ended as expected."""

    def run(*arguments: str, code: int = 0) -> str:
        done = run_here(*arguments, "--root", site)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    return run


def write(root: Path, files: dict[str, str]) -> None:
    """Save files as an editor does."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_the_whole_way(site: Path, run: Run) -> None:
    """Each step is published or answered, and nothing wrong ever takes the place of what was right."""
    settings = (site / "site.toml").read_text(encoding="utf-8")
    settings = settings.replace("https://example.org/", "https://trains.example/")
    write(
        site, {"site.toml": f'{settings}\npublisher = "Gara"\n', "sources/orar.txt": "Circulă 21 de trenuri pe zi.\n"}
    )
    write(site, {"content/ro/index.md": RO, "content/en/index.md": EN})
    write(site, {f"content/{tag}/station.md": text for tag, text in ABOUT.items()})
    run("translated", "--all")
    run("build", "--strict", "--verify")
    published = tree(site / "public")
    assert b"21 de trenuri" in published["ro/index.html"]
    assert b"21 trains" in published["en/index.html"]

    write(site, {"content/ro/index.md": RO.replace("value: 21", "value: 22")})
    assert "content/ro/index.md:12:12: Q403 the quote of trains does not say 22" in run("build", code=1)
    assert tree(site / "public") == published

    later = RO.replace("value: 21", "value: 24").replace("21 de", "24 de")
    write(site, {"content/ro/index.md": later, "sources/orar.txt": "Circulă 24 de trenuri pe zi.\n"})
    assert "O722" in run("build")
    assert b"24 trains" in tree(site / "public")["en/index.html"]

    for tag in ABOUT:
        (site / f"content/{tag}/station.md").rename(site / f"content/{tag}/halt.md")
    write(site, {"content/ro/index.md": later.replace("station.md", "halt.md")})
    write(site, {"content/en/index.md": EN.replace("station.md", "halt.md")})
    run("translated", "--all")
    assert run("build").count("O714") == len(ABOUT)
    run("check", "--fix")
    assert "O714" not in run("build")
    assert b"/en/station/ /en/halt/ 301\n" in tree(site / "public")["_redirects"]
    assert run_here("verify", site / "public").returncode == 0

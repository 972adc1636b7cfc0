"""The index for readers who search."""

import json
import subprocess
from pathlib import Path

import pytest

from factsheet.cli import besides
from factsheet.cli.besides import ENTRY, IndexFailed, can_index, index
from factsheet.outputs.site_pages import INDEX_FOLDER
from tests.rich_site import rich_site

needs_pagefind = pytest.mark.skipif(not can_index(), reason="not tested, for want of the extra search")


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    """Two pages of one language each."""
    return {path: rich_site().files[path] for path in ("ro/index.html", "en/index.html")}


@needs_pagefind
def test_each_language_has_an_index(pages: dict[str, bytes]) -> None:
    """The languages of the pages are listed with their numbers of pages; all files stand in one folder."""
    files = index(pages)
    assert all(path.startswith(INDEX_FOLDER) for path in files)
    languages = json.loads(files[ENTRY])["languages"]
    assert {tag: told["page_count"] for tag, told in languages.items()} == {"en": 1, "ro": 1}
    assert f"{INDEX_FOLDER}pagefind.js" in files


@needs_pagefind
def test_ready_made_search_boxes_are_left_out(pages: dict[str, bytes]) -> None:
    """Only what the site's own search page loads is published."""
    assert not any("ui" in Path(path).name or path.endswith(".css") for path in index(pages))


@needs_pagefind
def test_it_is_the_same_every_time(pages: dict[str, bytes]) -> None:
    """Made twice, whatever the order of the pages, the index is the same bytes."""
    assert index(pages) == index(dict(reversed(pages.items())))


def test_an_error_is_told_with_its_last_words(pages: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pagefind fails, its last line says why."""
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr="Running\nno room left\n")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: failed)
    with pytest.raises(IndexFailed, match=r"^no room left$"):
        index(pages)


def test_both_packages_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package that holds the program there is no search."""
    monkeypatch.setattr(besides, "find_spec", lambda name: None if name == "pagefind_bin" else object())
    assert not can_index()

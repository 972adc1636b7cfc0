"""Languages that nobody speaks, for looking at pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.site.pseudo import longer, turned
from tests.support import run_here, write_site
from tests.translating import FILES

TEXT = "The [report](method.md#head) says {{ arrests }} of %(n)s, `code` and <b>{n}</b> 100%%."


@pytest.mark.parametrize("change", [longer, turned])
def test_what_is_no_text_stays(change: Callable[[str], str]) -> None:
    """Figures, placeholders, addresses, code and markup are in the result as they were."""
    result = change(TEXT)
    for part in ("](method.md#head)", "{{ arrests }}", "%(n)s", "`code`", "<b>", "{n}", "</b>", "%%"):
        assert part in result
    assert "report" not in result or "\u202ereport\u202c" in result


def test_texts_grow_by_a_third() -> None:
    """English becomes about 35 % longer, between brackets."""
    text = "The operations led to arrests in many of the countries of the region"
    assert 1.25 < len(longer(text)) / len(text) < 1.45
    assert longer(text)[0] + longer(text)[-1] == "⟦⟧"


def test_the_site_in_both(tmp_path: Path) -> None:
    """`build --pseudo` adds an accented language and one from right to left; without it there is no trace of them."""
    write_site(tmp_path, FILES)
    assert run_here("build", "--pseudo", "--root", tmp_path).returncode == 0
    accented = (tmp_path / "public/en-XA/index.html").read_text(encoding="utf-8")
    assert "⟦1,209 åår" in accented or "⟦1,209 å" in accented
    assert '<html lang="en-XA" dir="ltr"' in accented
    turned_round = (tmp_path / "public/ar-XB/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar-XB" dir="rtl"' in turned_round
    assert '<bdi dir="rtl"><data' in turned_round
    assert run_here("build", "--root", tmp_path).returncode == 0
    assert not (tmp_path / "public/en-XA").exists()


def test_a_sheet_in_a_folder_without_a_page(tmp_path: Path) -> None:
    """A folder needs no page of its own in made-up languages either."""
    write_site(tmp_path, {**FILES, "content/ro/dosar/unu.md": "---\ntitle: Unu\n---\nText.\n"})
    assert run_here("build", "--pseudo", "--root", tmp_path).returncode == 0
    assert (tmp_path / "public/en-XA/dosar/unu/index.html").exists()


def test_an_edit_shows_in_made_up_languages(tmp_path: Path) -> None:
    """A build that takes over what has not changed makes the sheets of made-up languages anew with their English."""
    write_site(tmp_path, FILES)
    assert run_here("build", "--pseudo", "--root", tmp_path).returncode == 0
    english = FILES["content/en/index.md"]
    title = next(line for line in english.splitlines() if line.startswith("title: "))
    write_site(tmp_path, {"content/en/index.md": english.replace(title, "title: Wholly new")})
    assert run_here("build", "--pseudo", "--root", tmp_path).returncode == 0
    assert longer("Wholly new")[1:-1] in (tmp_path / "public/en-XA/index.html").read_text(encoding="utf-8")

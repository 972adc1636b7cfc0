"""`factsheet.library` gives the engine to a program: values in, values out, and one base of all refusals."""

import doctest
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import pytest

import factsheet
from factsheet import library
from factsheet.library import FactsheetError, NotPublished, SiteRefused, UnknownLocale, ValueRefused
from tests.support import ROMANIAN, ROOT, SMALL_SITE, write_site


def test_a_site_is_built_published_and_verified(tmp_path: Path) -> None:
    """From sources to a folder that reads back, in three calls."""
    root = write_site(tmp_path / "site", SMALL_SITE)
    result = library.build(root)
    assert_type(result, library.Result)
    published = library.publish(result, tmp_path / "public", root=root)
    assert (tmp_path / "public/ro/index.html").exists()
    assert_type(published, library.Published)
    assert library.verify(tmp_path / "public") == ()


def test_a_changed_page_does_not_read_back(tmp_path: Path) -> None:
    """What was altered after publication is told with its file."""
    root = write_site(tmp_path / "site", SMALL_SITE)
    library.publish(library.build(root), tmp_path / "public", root=root)
    page = tmp_path / "public/ro/index.html"
    page.write_text(page.read_text("utf-8").replace("1.209 arestări", "1.208 arestări"), encoding="utf-8")
    assert {problem.place.path for problem in library.verify(tmp_path / "public")} == {"ro/index.html"}


def test_a_site_is_looked_into(tmp_path: Path) -> None:
    """A site has its languages, sheets and metrics, whatever else is wrong with it."""
    site = library.load(write_site(tmp_path, SMALL_SITE))
    assert_type(site, library.Site)
    assert [language.tag for language in site.languages] == ["ro", "en"]
    assert site.original("index").metrics["arrests"].value == 1209


def test_sources_without_a_site_are_refused(tmp_path: Path) -> None:
    """The refusal holds the problems, and says the first of them."""
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": "no front matter\n"})
    with pytest.raises(SiteRefused) as caught:
        library.load(root)
    assert caught.value.problems
    assert str(caught.value).startswith("content/ro/index.md:1:1: F")


def test_problems_are_values(tmp_path: Path) -> None:
    """A check gives the problems with places, messages and fixes, and publishes nothing."""
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": ROMANIAN + "\nSunt 57 de cazuri.\n"})
    result = library.check(root)
    (problem,) = [one for one in result.problems if one.code == "S301"]
    assert str(problem.place) == "content/ro/index.md:15:6"
    assert "57" in library.message(problem)
    assert library.fix(problem)
    assert result.has_errors
    with pytest.raises(SiteRefused):
        library.publish(result, tmp_path / "public", root=root)
    assert not (tmp_path / "public").exists()


def test_options_are_those_of_the_command_line(tmp_path: Path) -> None:
    """A base URL that is given stands in the pages."""
    root = write_site(tmp_path, SMALL_SITE)
    result = library.build(root, library.Options(base_url="https://facts.example/atlas/"))
    assert b"https://facts.example/atlas/ro/" in result.artifacts["ro/index.html"]


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    """Nothing is published over the sources, or over what somebody else put there."""
    root = write_site(tmp_path / "site", SMALL_SITE)
    result = library.build(root)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/mine.txt").write_text("mine", encoding="utf-8")
    for folder in (root, root / "content", tmp_path / "other"):
        with pytest.raises(NotPublished):
            library.publish(result, folder, root=root)
    assert (tmp_path / "other/mine.txt").read_text(encoding="utf-8") == "mine"


def test_numbers_are_read() -> None:
    """Each number has its value, currency, bound and place; a currency belongs to the number that it stands at."""
    text = "Peste 97 de milioane de dolari și 1.209 arestări"
    money, arrests = library.read_numbers(text, "ro")
    assert (money.value, money.currency, money.bound) == (Decimal(97_000_000), "USD", "over")
    assert (arrests.value, arrests.currency) == (Decimal(1209), None)
    assert text[arrests.start : arrests.end] == "1.209"


@pytest.mark.parametrize(
    ("value", "locale", "details", "expected"),
    [
        (1209, "ro", {}, "1.209"),
        (Decimal("1209.5"), "en", {"kind": "number"}, "1,209.5"),
        ("97000000", "en", {"kind": "money", "currency": "USD"}, "$97 million"),
        ("97000000", "en", {"kind": "money", "currency": "USD", "form": "full"}, "$97,000,000"),
        ("97000000", "ro", {"kind": "money", "currency": "USD", "form": "number"}, "97 de milioane"),
        ("12.5", "ro", {"kind": "percent"}, "12,5 %"),
        ("2025-08-20", "ro", {"kind": "date"}, "20 august 2025"),
        (5, "de", {"kind": "quantity", "measure": "kilometer"}, "5 Kilometer"),
        ("1250000", "en", {"form": "short"}, "1.25M"),
    ],
)
def test_numbers_are_written(value: Decimal | int | str, locale: str, details: dict[str, str], expected: str) -> None:
    """A value is written as a page in that language writes it."""
    assert library.format_number(value, locale, **details).replace("\u00a0", " ") == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "details", "reason"),
    [
        ("x", {}, "`x`, is not a plain number"),
        (5, {"kind": "money"}, "money without a currency"),
        (5, {"kind": "money", "currency": "XXZ"}, "there is no currency 'XXZ'"),
        (5, {"kind": "quantity", "measure": "foo"}, "there is no measure 'foo'"),
        (5, {"kind": "nope"}, "there is no kind 'nope'"),
    ],
)
def test_values_are_refused(value: int | str, details: dict[str, str], reason: str) -> None:
    """What front matter would refuse is refused, with the reason."""
    with pytest.raises(ValueRefused, match=reason):
        library.format_number(value, "ro", **details)  # type: ignore[arg-type]


def test_one_base_for_all_refusals() -> None:
    """Whoever catches FactsheetError catches them all; a language that CLDR lacks is one, and a ValueError too."""
    refusals = [NotPublished, SiteRefused, ValueRefused, UnknownLocale, library.LosesDigits]
    assert all(issubclass(one, FactsheetError) for one in refusals)
    with pytest.raises(ValueError, match="no CLDR data for 'xx-y'"):
        library.read_numbers("5", "xx-y")
    with pytest.raises(library.LosesDigits):
        library.format_number(1234567, "ro", display="compact", digits=1)


def test_every_name_is_there() -> None:
    """What the library lists is what it has."""
    assert sorted(library.__all__) == library.__all__
    assert all(getattr(library, name) is not None for name in library.__all__)


def test_the_examples_of_the_documents_run() -> None:
    """What docs/library.md shows after `>>>` is what comes out, and its table names functions that are there."""
    text = (ROOT / "docs/library.md").read_text(encoding="utf-8")
    tests = doctest.DocTestParser().get_doctest(text.replace("```", ""), {}, "library", None, None)
    assert len(tests.examples) == 3
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(tests).failed == 0
    assert set(re.findall(r"`(\w+)[(`]", text)) <= {*library.__all__, "problems", "factsheet"}


def test_the_package_offers_the_library() -> None:
    """Its functions are names of the package, each the same as in the library, and imported only when asked for."""
    code = "import sys, factsheet; print([name for name in sys.modules if name.startswith('factsheet')])"
    assert subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout == ("['factsheet']\n")
    for name in set(factsheet.__all__) - {"__version__"}:
        assert getattr(factsheet, name) is getattr(library, name)
    assert set(dir(factsheet)) == set(factsheet.__all__)
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = factsheet.biuld

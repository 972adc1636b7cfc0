"""Where pages stand, and how to get from one to another."""

from pathlib import Path

import pytest

from factsheet.site.addresses import SLUG, Addresses, folder_below
from tests.assembling import FILES, site_of
from tests.support import SETTINGS


@pytest.fixture
def addresses(tmp_path: Path) -> Addresses:
    """The addresses of `FILES`, published below a path."""
    settings = SETTINGS.replace("facts.example/", "facts.example/atlas/")
    return Addresses(site_of(tmp_path, {**FILES, "site.toml": settings}))


def test_folders(addresses: Addresses) -> None:
    """A page stands below its language, at its slug or else at its path; the front page is the language's own."""
    assert addresses.folder("ro", "index") == "ro/"
    assert addresses.folder("ro", "urmari") == "ro/ce-a-urmat/"
    assert addresses.folder("en", "urmari") == "en/urmari/"
    assert addresses.folder("en", "metoda") == "en/metoda/"
    assert addresses.data_folder("ro", "index") == "ro/index/"
    assert addresses.data_folder("ro", "urmari") == "ro/ce-a-urmat/"


def test_full_addresses(addresses: Addresses) -> None:
    """A full address begins with the site's own and never names `index.html`."""
    assert addresses.base == "https://facts.example/atlas/"
    assert addresses.base_path == "/atlas/"
    assert addresses.page("ro", "urmari") == "https://facts.example/atlas/ro/ce-a-urmat/"
    assert addresses.absolute("en/index.html") == "https://facts.example/atlas/en/"
    assert addresses.absolute("index.html") == "https://facts.example/atlas/"
    assert addresses.absolute("en/figures.csv") == "https://facts.example/atlas/en/figures.csv"
    assert addresses.absolute("ro/șah/") == "https://facts.example/atlas/ro/%C8%99ah/"


def test_a_language_at_the_root(tmp_path: Path) -> None:
    """The language that the site puts at the root has no folder of its own."""
    addresses = Addresses(site_of(tmp_path, {**FILES, "site.toml": f'{SETTINGS}root = "ro"\n'}))
    assert addresses.home("ro") == addresses.folder("ro", "index") == ""
    assert addresses.folder("ro", "urmari") == "ce-a-urmat/"
    assert addresses.data_folder("ro", "index") == "index/"
    assert addresses.folder("en", "index") == "en/"
    assert addresses.base_path == "/"


@pytest.mark.parametrize(
    ("folder", "target", "way"),
    [
        ("ro/", "ro/", "./"),
        ("ro/", "en/index.html", "../en/"),
        ("ro/ce-a-urmat/", "ro/index.html", "../"),
        ("ro/ce-a-urmat/", "assets/style.css", "../../assets/style.css"),
        ("", "ro/", "ro/"),
        ("ro/", "index.html", "../"),
        ("", "index.html", "./"),
        ("ro/", "ro/șah/", "%C8%99ah/"),
    ],
)
def test_ways_between_pages(folder: str, target: str, way: str) -> None:
    """The way from a page to another is relative, ends in a slash where it leads to a page, and is escaped."""
    assert Addresses.relative(folder, target) == way


def test_slugs_are_composed() -> None:
    """A letter and its mark are one character in addresses, however the file system writes them."""
    assert folder_below("dosar/s\u0326ah", lambda _: None) == "dosar/șah"


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("schools/index", "scoli"),
        ("schools/one", "scoli/unu"),
        ("schools/deep/index", "scoli/deep"),
        ("schools/deep/x", "scoli/deep/x"),
        ("others/one", "others/one"),
    ],
)
def test_the_index_of_a_folder_stands_at_the_folder(path: str, folder: str) -> None:
    """Its slug names the folder, also in the addresses of the sheets in it."""
    slugs = {"schools/index": "scoli", "schools/one": "unu", "others": "rest"}
    assert folder_below(path, slugs.get) == folder


@pytest.mark.parametrize(
    ("slug", "good"),
    [
        ("ce-a-urmat", True),
        ("șah_2", True),
        ("a--b", False),
        ("-a", False),
        ("a/b", False),
        ("", False),
        ("a.b", False),
    ],
)
def test_what_may_be_a_slug(slug: str, good: bool) -> None:  # noqa: FBT001 - a column of the table
    """A part of an address has letters and digits of any script, with single hyphens between them."""
    assert bool(SLUG.fullmatch(slug)) is good

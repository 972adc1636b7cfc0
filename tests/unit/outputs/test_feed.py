"""The Atom feed of each language."""

import uuid

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from factsheet.outputs.feed import urn_of
from tests.rich_site import INDEX, build_rich, rich_site

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(data: bytes) -> etree._Element:
    """The feed as an XML parser reads it."""
    return etree.fromstring(data)


def texts(element: etree._Element, name: str) -> list[str | None]:
    """The text of each child of a name."""
    return [child.text for child in element.findall(f"{ATOM}{name}")]


def test_it_has_what_atom_asks_for() -> None:
    """Feed and entries have an id, a title and the time of their last change; the feed has an author."""
    for tag in ("ro", "en", "ar"):
        root = feed(rich_site().files[f"{tag}/feed.xml"])
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
        assert root.findtext(f"{ATOM}author/{ATOM}name") == "Ziarul <Exemplu> & fiii"
        for element in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                (text,) = texts(element, name)
                assert text


def test_the_newest_comes_first_and_dates_the_feed() -> None:
    """Entries run from the latest change; the feed was updated when its newest entry was."""
    root = feed(rich_site().files["ro/feed.xml"])
    times = [entry.findtext(f"{ATOM}updated") for entry in root.findall(f"{ATOM}entry")]
    assert times == sorted(times, key=str, reverse=True)
    assert root.findtext(f"{ATOM}updated") == times[0] == "2025-05-06T00:00:00Z"


def test_a_correction_is_an_entry() -> None:
    """A correction has an entry of its own that leads to the corrections of its page."""
    entries = feed(rich_site().files["ro/feed.xml"]).findall(f"{ATOM}entry")
    (entry,) = [one for one in entries if (one.findtext(f"{ATOM}title") or "").startswith("Rectificare")]
    assert entry.findtext(f"{ATOM}summary") == "Cifra <arestărilor> era greșită & a fost corectată."
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://facts.example/atlas/ro/#_corrections"


def test_only_dated_sheets_of_the_language_are_in_it() -> None:
    """A sheet without a date is in no feed, and neither is one that stands in for a translation."""
    titles = {tag: texts_of_entries(rich_site().files[f"{tag}/feed.xml"]) for tag in ("ro", "en", "ar")}
    assert "Despre" not in titles["ro"]
    assert titles["ar"] == ["أرقام مختارة"]
    assert "More" in titles["en"]


def texts_of_entries(data: bytes) -> list[str | None]:
    """The titles of the entries of a feed."""
    return [entry.findtext(f"{ATOM}title") for entry in feed(data).findall(f"{ATOM}entry")]


def test_ids_stay_when_words_and_dates_change() -> None:
    """An entry keeps its id when the title, the slug or the dates of its sheet change, and all ids differ."""
    changed = INDEX.replace("Cifre „alese”", "Alte cifre").replace("updated: 2025-04-02", "updated: 2025-09-09")
    before, after = (
        {entry.findtext(f"{ATOM}id") for entry in feed(site.files["ro/feed.xml"]).findall(f"{ATOM}entry")}
        for site in (rich_site(), build_rich({"content/ro/index.md": changed}))
    )
    assert before == after
    assert len(before) == 3


@given(st.text())
def test_an_entry_is_known_by_the_uuid_of_its_address(address: str) -> None:
    """The identifiers are those that the standard library makes."""
    assert urn_of(address) == uuid.uuid5(uuid.NAMESPACE_URL, address).urn

"""Catalogues are read from .po files with the line of each message."""

import pytest

from factsheet.content.catalogs import Catalog, fill, merged, missing, placeholders, read_catalog
from tests.support import codes

PO = """msgid ""
msgstr ""
"Language: ro\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);\\n"

msgid "Key figures"
msgstr "Cifre-cheie"

#, fuzzy
msgid "Source"
msgstr "Surs"

msgctxt "bound"
msgid "over %(figure)s"
msgstr "peste %(figure)s"

msgid "Evidence"
msgstr ""

msgid "%(n)s sheet"
msgid_plural "%(n)s sheets"
msgstr[0] "%(n)s fișă"
msgstr[1] "%(n)s fișe"
msgstr[2] "%(n)s de fișe"
"""


def read() -> Catalog:
    """Read the catalogue above."""
    catalog, problems = read_catalog("ro", "locales/ro.po", PO.encode())
    assert problems == []
    return catalog


def test_messages_and_their_lines() -> None:
    """A message knows its text, its context and the line a translator has to correct."""
    catalog = read()
    assert catalog.text("Key figures") == "Cifre-cheie"
    assert catalog.text("over %(figure)s", "bound", figure="1.209") == "peste 1.209"
    message = catalog.messages["", "Key figures"]
    assert PO.split("\n")[message.place.line - 1] == 'msgstr "Cifre-cheie"'
    assert catalog.messages["", "%(n)s sheet"].strings == ("%(n)s fișă", "%(n)s fișe", "%(n)s de fișe")
    assert catalog.headers["Language"] == "ro"


@pytest.mark.parametrize("msgid", ["Source", "Evidence", "Unknown"])
def test_what_is_not_translated_shows_its_msgid(msgid: str) -> None:
    """Fuzzy, empty and unknown messages are no translations."""
    catalog = read()
    assert catalog.find(msgid) is None
    assert catalog.text(msgid) == msgid
    assert missing(catalog, [("", msgid), ("", "Key figures")]) == [("", msgid)]


@pytest.mark.parametrize(
    ("text", "filled"),
    [("100%% de %(a)s", "100% de x"), ("100% de", "100% de"), ("%(b)s", "%(b)s"), ("%s %d", "%s %d")],
)
def test_placeholders_are_filled_and_nothing_fails(text: str, filled: str) -> None:
    """A lone percent sign is no trap, and an unknown placeholder stays to be seen."""
    assert fill(text, {"a": "x"}) == filled


def test_values_are_not_read_again() -> None:
    """A value that looks like a placeholder, or holds percent signs, is shown as it is."""
    assert fill("%(a)s, %(b)s", {"a": "%(b)s 5%%", "b": "x"}) == "%(b)s 5%%, x"


def test_placeholders_are_listed() -> None:
    """Only the named form counts."""
    assert placeholders("%(a)s %(b)s %s %(c)d") == {"a", "b"}


@pytest.mark.parametrize("data", [b"msgid a\n"])
def test_a_broken_catalogue_is_a_finding(data: bytes) -> None:
    """Whatever the file holds, there is a catalogue, if an empty one, and a finding."""
    catalog, problems = read_catalog("ro", "locales/ro.po", data)
    assert catalog.unread
    assert codes(problems) == ["T604"]


def test_bad_bytes_are_a_finding() -> None:
    """A catalogue is UTF-8."""
    assert codes(read_catalog("ro", "locales/ro.po", b"\xff")[1]) == ["F001"]


def test_a_sites_own_words_go_before_the_defaults() -> None:
    """A site may override a few messages and inherit the rest."""
    own, _ = read_catalog("ro", "locales/ro.po", b'msgid "Key figures"\nmsgstr "Pe scurt"\n')
    both = merged(own, read())
    assert (both.text("Key figures"), both.text("over %(figure)s", "bound", figure=1)) == (
        "Pe scurt",
        "peste 1",
    )
    assert merged(own, None) == own


def test_an_untranslated_entry_does_not_hide_the_default() -> None:
    """What a site's own catalogue leaves empty or fuzzy is taken from the tool's."""
    own, _ = read_catalog("ro", "locales/ro.po", b'#, fuzzy\nmsgid "Key figures"\nmsgstr "Pe scurt"\n')
    assert merged(own, read()).text("Key figures") == "Cifre-cheie"

"""The forms of a message by the plural categories of CLDR."""

from factsheet.content.catalogs import merged, phrases, read_catalog
from factsheet.l10n import cldr

MESSAGE = ("%(number)s point", "%(number)s points")
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {rule}\\n"\n\n'
RULE = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
POLISH = """msgctxt "points"
msgid "%(number)s point"
msgid_plural "%(number)s points"
msgstr[0] "%(number)s punkt"
msgstr[1] "%(number)s punkty"
msgstr[2] "%(number)s punktów"
"""


def test_each_category_has_its_form() -> None:
    """The formula of the catalogue chooses; fractions, which gettext does not count, take the last form."""
    catalog, problems = read_catalog("pl", "locales/pl.po", (HEADER.format(rule=RULE) + POLISH).encode())
    assert problems == []
    found = phrases(catalog, cldr.locale("pl"), MESSAGE, "points")
    assert found == {
        "one": "%(number)s punkt",
        "few": "%(number)s punkty",
        "many": "%(number)s punktów",
        "other": "%(number)s punktów",
    }


def test_a_missing_message_stands_in_english() -> None:
    """Singular for one, plural for all else, whatever the language."""
    catalog, _ = read_catalog("ro", "locales/ro.po", HEADER.format(rule=RULE).encode())
    assert phrases(catalog, cldr.locale("ro"), MESSAGE, "points") == {
        "one": MESSAGE[0],
        "few": MESSAGE[1],
        "other": MESSAGE[1],
    }


def test_each_message_keeps_the_formula_of_its_own_file() -> None:
    """A site's catalogue with another formula does not change the forms of the messages that come with the tool."""
    own, _ = read_catalog("pl", "locales/pl.po", HEADER.format(rule="nplurals=1; plural=0;").encode())
    default, _ = read_catalog("pl", "locales/pl.po", (HEADER.format(rule=RULE) + POLISH).encode())
    found = phrases(merged(own, default), cldr.locale("pl"), MESSAGE, "points")
    assert (found["one"], found["few"]) == ("%(number)s punkt", "%(number)s punkty")

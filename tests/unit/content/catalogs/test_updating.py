"""Catalogues are brought up to date without losing a translator's work."""

from factsheet.content.catalogs import PoEntry, Wanted, new_catalog, parse, plurals_of, template, updated, write

GERMAN = plurals_of("de")


def _names(entries: list[PoEntry]) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(entry.id, entry.strings, entry.obsolete) for entry in entries if entry.id]


def test_a_new_catalogue_asks_for_everything() -> None:
    """It has the plural forms of its language, every message, and not a date."""
    wanted = [
        Wanted(id="%(n)s a", plural="%(n)s b", places=("templates/a.html",)),
        Wanted(id="x", context="c", notes=("What it is",)),
    ]
    text = write(new_catalog("pt-BR", plurals_of("pt_BR"), wanted, ["Words"]))
    assert '"Language: pt_BR\\n"' in text
    assert '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"' in text
    assert 'msgstr[1] ""' in text
    assert "#, python-format" in text
    assert "#. What it is" in text
    assert "Date" not in text


def test_the_template_names_no_language() -> None:
    """`messages.pot` is the same for all languages."""
    assert '"Language: \\n"' in write(template([Wanted(id="a")]))


def test_translations_stay_and_follow_the_order_of_the_template() -> None:
    """A known message keeps its text and its translator's comment, wherever it is asked for now."""
    entries, _ = parse("a", '# mine\nmsgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n')
    result = updated(entries, [Wanted(id="b", places=("t",)), Wanted(id="a")], GERMAN)
    assert _names(result) == [("b", ("B",), False), ("a", ("A",), False)]
    assert result[1].references == ("t",)
    assert result[2].comments == ("mine",)


def test_what_nobody_asks_for_is_kept_as_obsolete() -> None:
    """A translated message that is gone moves to the end; one never translated goes away."""
    entries, _ = parse("a", 'msgid "old"\nmsgstr "alt"\n\nmsgid "empty"\nmsgstr ""\n')
    assert _names(updated(entries, [Wanted(id="new thing")], GERMAN)) == [
        ("new thing", ("",), False),
        ("old", ("alt",), True),
    ]


def test_an_obsolete_message_comes_back() -> None:
    """A message that is asked for again has its translation again."""
    entries, _ = parse("a", '#~ msgid "old"\n#~ msgstr "alt"\n')
    assert _names(updated(entries, [Wanted(id="old")], GERMAN)) == [("old", ("alt",), False)]


def test_a_message_much_like_a_dropped_one_is_a_guess() -> None:
    """A corrected message keeps its old translation as fuzzy, with the message that it was made for."""
    entries, _ = parse("a", 'msgctxt "c"\nmsgid "Download the figures"\nmsgstr "Laden"\n')
    result = updated(entries, [Wanted(id="Download all the figures", context="c")], GERMAN)
    entry = result[1]
    assert (entry.strings, entry.is_fuzzy, entry.is_translated) == (("Laden",), True, False)
    assert entry.previous == ('msgctxt "c"', 'msgid "Download the figures"')
    assert len(result) == 2


def test_guesses_keep_to_their_context_and_likeness() -> None:
    """Another context, or words that are not alike, is no guess."""
    entries, _ = parse("a", 'msgctxt "c"\nmsgid "Download"\nmsgstr "Laden"\n')
    for message in (Wanted(id="Download it"), Wanted(id="Language", context="c")):
        assert updated(entries, [message], GERMAN)[1].strings == ("",)


def test_updating_twice_changes_nothing() -> None:
    """An up-to-date catalogue is written as it was read."""
    wanted = [Wanted(id="a %(x)s", places=("t",)), Wanted(id="b", plural="c", notes=("n",))]
    text = write(updated([], wanted, GERMAN))
    assert write(updated(parse("a", text)[0], wanted, GERMAN)) == text


def test_a_message_that_gained_a_plural_is_to_translate() -> None:
    """A singular text is not taken for plural forms."""
    entries, _ = parse("a", 'msgid "a"\nmsgstr "A"\n')
    assert updated(entries, [Wanted(id="a", plural="b")], GERMAN)[1].strings == ("", "")


def test_the_header_of_a_catalogue_says_how_many_forms_a_new_message_has() -> None:
    """A catalogue keeps the formula that a translation editor wrote, and its new messages have as many forms."""
    entries, _ = parse("a", 'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;\\n"\n')
    head, message = updated(entries, [Wanted(id="b", plural="c")], plurals_of("ga"))
    assert head == entries[0]
    assert message.strings == ("", "", "")

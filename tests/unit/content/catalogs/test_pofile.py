"""The gettext .po format is read with places and without trust, and written so that other tools agree."""

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.catalogs.pofile import MOST_REPORTED, PoEntry, parse, write
from tests.support import codes

FULL = """# A note of the translator
#. A note for translators
#: templates/a.html
#, fuzzy, python-format
#| msgid "before"
msgctxt "c"
msgid "%(n)s thing\\n"
"on two \\"lines\\""
msgid_plural "%(n)s things"
msgstr[0] "eins\\t"
msgstr[1] "zwei\\\\"

#~ msgid "gone"
#~ msgstr "weg"
"""


def test_every_part_of_an_entry_is_kept() -> None:
    """Comments, references, flags, the previous message, context, plural and escapes are read."""
    (entry, gone), problems = parse("a.po", FULL)
    assert problems == []
    assert entry == PoEntry(
        id='%(n)s thing\non two "lines"',
        context="c",
        plural="%(n)s things",
        strings=("eins\t", "zwei\\"),
        comments=("A note of the translator",),
        notes=("A note for translators",),
        references=("templates/a.html",),
        flags=("fuzzy", "python-format"),
        previous=('msgid "before"',),
        line=7,
        string_line=10,
    )
    assert (gone.id, gone.strings, gone.obsolete) == ("gone", ("weg",), True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a\nmsgstr "b"\n', 1),
        ("msgid a\n", 1),
        ('msgid "a"\nmsgstr "b" x\n', 2),
        ('"lost"\n', 1),
        ('msgstr "b"\n', 1),
        ('msgid "a"\n', 1),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 2),
        ('msgid "a"\nmsgstr[0] "b"\n', 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 1),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[999] "c"\n', 3),
        ('msgid "a"\nmsgstr "\\x41"\n', 2),
        ('msgid[0] "a"\nmsgstr "b"\n', 1),
        ("hello\n", 1),
    ],
)
def test_what_is_no_entry_is_a_finding_at_its_line(text: str, line: int) -> None:
    """A line that does not belong is reported, and the entry after it is still read."""
    entries, problems = parse("a.po", f'{text}\nmsgid "good"\nmsgstr "gut"\n')
    assert [(problem.code, problem.place.line) for problem in problems] == [("T604", line)]
    assert [entry.id for entry in entries] == ["good"]


def test_a_message_given_twice_is_a_finding() -> None:
    """The second of two equal messages is reported with the line of the first, and not used."""
    entries, problems = parse("a.po", 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')
    assert [entry.strings for entry in entries] == [("b",)]
    assert codes(problems) == ["T605"]
    assert problems[0].place.line == 4


def test_entries_need_no_empty_line_between_them() -> None:
    """As in gettext, a new message or a comment begins the next entry."""
    entries, problems = parse("a.po", 'msgid "a"\nmsgstr "b"\n# note\nmsgid "c"\nmsgstr "d"\nmsgid "e"\nmsgstr "f"\n')
    assert problems == []
    assert [(entry.id, entry.comments) for entry in entries] == [("a", ()), ("c", ("note",)), ("e", ())]


def test_reports_are_bounded() -> None:
    """A file of nothing but faults gives a bounded report."""
    _, problems = parse("a.po", "x\n\n" * 5000)
    assert len(problems) == MOST_REPORTED


TEXT = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), include_characters="\n\t"), max_size=40
)
"""Texts without U+2028 and U+2029, which polib takes for ends of lines."""


@given(
    st.lists(
        st.builds(
            PoEntry,
            id=TEXT.filter(bool),
            context=st.none() | TEXT.filter(bool),
            strings=st.tuples(TEXT),
            comments=st.tuples(st.text(alphabet="abc é", max_size=8).map(lambda text: text.strip(" "))),
            flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "python-format")]),
        ),
        max_size=5,
        unique_by=lambda entry: entry.key,
    )
)
def test_what_is_written_is_read_back(entries: list[PoEntry]) -> None:
    """Reading gives what was written, and so does another implementation of the format."""
    text = write(entries)
    read, problems = parse("a.po", text)
    assert problems == []
    wanted = [(entry.key, entry.strings, entry.flags) for entry in entries]
    assert [(entry.key, entry.strings, entry.flags) for entry in read] == wanted
    assert write(read) == text
    theirs = [((entry.msgctxt or "", entry.msgid), (entry.msgstr,)) for entry in polib.pofile(text + "\n")]
    assert theirs == [(key, strings) for key, strings, _ in wanted]


@given(st.text(alphabet='msgidctxr"[]01~#|,:. \n\\ab', max_size=300))
def test_no_text_fails(text: str) -> None:
    """Whatever a file holds, reading ends with entries and findings."""
    entries, problems = parse("a.po", text)
    assert len(problems) <= MOST_REPORTED
    assert all(entry.strings for entry in entries)

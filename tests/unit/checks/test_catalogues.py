"""Catalogues are proved before a page uses them."""

from pathlib import Path

import pytest

from factsheet.checks.catalogues import catalogues_are_good, short
from factsheet.core.problems import Problem
from tests.support import SMALL_SITE, codes, write_site
from tests.translating import site_of

TEMPLATE = '{{ _("A") }} {{ gettext("B %(x)s %(y)s", x=1, y=2) }} {{ ngettext("%(n)s c", "%(n)s d", n=2) }}\n'
HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
GOOD = {
    "A": 'msgid "A"\nmsgstr "Ay"\n\n',
    "B": 'msgid "B %(x)s %(y)s"\nmsgstr "Be %(y)s %(x)s"\n\n',
    "C": 'msgid "%(n)s c"\nmsgid_plural "%(n)s d"\nmsgstr[0] "%(n)s ce"\nmsgstr[1] "%(n)s de"\n\n',
}


def _found(root: Path, header: str = HEADER, **entries: str) -> list[Problem]:
    text = header + "".join({**GOOD, **entries}.values())
    files = {**SMALL_SITE, "templates/own.html": TEMPLATE, "locales/en.po": text}
    found = catalogues_are_good(site_of(write_site(root, files)))
    ours = ("A", "B %(x)s %(y)s", "%(n)s c", None)
    return [
        problem
        for problem in found
        if problem.place.path == "locales/en.po" and dict(problem.values).get("message") in ours
    ]


def test_a_good_catalogue_is_silent(tmp_path: Path) -> None:
    """Translations that fit, in any order of their placeholders, are no finding."""
    assert _found(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "entry", "code"),
    [
        ("A", "", "T607"),
        ("A", 'msgid "A"\nmsgstr ""\n\n', "T607"),
        ("A", '#, fuzzy\nmsgid "A"\nmsgstr "Ay"\n\n', "T608"),
        ("A", 'msgid "A"\nmsgstr "<b>Ay</b>"\n\n', "T610"),
        ("A", 'msgid "A"\nmsgstr "Ay &amp; o"\n\n', "T610"),
        ("A", 'msgid "A"\nmsgstr "<script>x"\n\n', "T610"),
        ("A", 'msgid "A"\nmsgstr "100% Ay"\n\n', "T611"),
        ("A", 'msgid "A"\nmsgstr "%(x)s"\n\n', "T609"),
        ("A", 'msgid "A"\nmsgstr "12 Ay"\n\n', "T615"),
        ("A", 'msgid "A"\nmsgstr "Ay ١٢"\n\n', "T615"),
        ("B", 'msgid "B %(x)s %(y)s"\nmsgstr "Be %(x)s"\n\n', "T609"),
        ("B", 'msgid "B %(x)s %(y)s"\nmsgstr "Be %(x)s %(z)s"\n\n', "T609"),
        ("B", 'msgid "B %(x)s %(y)s"\nmsgstr "Be %(x)d %(y)s"\n\n', "T611"),
        ("B", 'msgid "B %(x)s %(y)s"\nmsgstr "Be %(x)s % (y)s"\n\n', "T611"),
        ("C", 'msgid "%(n)s c"\nmsgid_plural "%(n)s d"\nmsgstr[0] "%(n)s ce"\n\n', "T613"),
    ],
)
def test_each_fault_has_its_code(tmp_path: Path, name: str, entry: str, code: str) -> None:
    """What is missing, unconfirmed or would break a page is reported once."""
    assert codes(_found(tmp_path, **{name: entry})) == [code]


@pytest.mark.parametrize("entry", ['msgid "A"\nmsgstr "a < b & c"\n\n', 'msgid "A"\nmsgstr "Ay %% o"\n\n'])
def test_signs_that_are_no_markup_pass(tmp_path: Path, entry: str) -> None:
    """A lone sign, or a doubled percent sign, is text."""
    assert _found(tmp_path, A=entry) == []


def test_a_fault_stands_at_its_line(tmp_path: Path) -> None:
    """The place is the line that the translator has to correct."""
    (problem,) = _found(tmp_path, B='msgid "B %(x)s %(y)s"\nmsgstr "Be"\n\n')
    assert problem.place.line == 9


@pytest.mark.parametrize(
    "header",
    [
        'msgid ""\nmsgstr "Language: en\\n"\n\n',
        'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=0;\\n"\n\n',
        'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n',
    ],
)
def test_a_wrong_header_is_found(tmp_path: Path, header: str) -> None:
    """A catalogue with plurals needs the plural forms of its language."""
    assert codes(_found(tmp_path, header)) == ["T612"]


def test_a_wrong_header_is_found_where_it_stands(tmp_path: Path) -> None:
    """The finding is at the header's line, and at the file where there is no header."""
    wrong = '# Notes.\n\nmsgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=0;\\n"\n\n'
    assert [str(one.place) for one in _found(tmp_path / "a", wrong)] == ["locales/en.po:4:8"]
    assert [str(one.place) for one in _found(tmp_path / "b", "")] == ["locales/en.po:1:1"]


def test_one_form_may_leave_a_placeholder_out(tmp_path: Path) -> None:
    """A translation has the placeholders of either form of the original: "one case", "%(n)s cases"."""
    both = 'msgid "A"\nmsgstr "Ay"\n\nmsgid "one e"\nmsgid_plural "%(n)s f"\n'
    good = f'{both}msgstr[0] "%(n)s ee"\nmsgstr[1] "%(n)s ef"\n\n'
    files = {"site.toml": SMALL_SITE["site.toml"], "templates/own.html": '{{ ngettext("one e", "%(n)s f", n=2) }}\n'}
    root = write_site(tmp_path, {**SMALL_SITE, **files, "locales/en.po": HEADER + good})
    assert "T609" not in codes(list(catalogues_are_good(site_of(root))))
    write_site(root, {"locales/en.po": HEADER + good.replace("%(n)s ef", "ef")})
    assert "T609" in codes(list(catalogues_are_good(site_of(root))))


def test_without_a_plural_no_header_is_asked_for(tmp_path: Path) -> None:
    """Where no message with a plural is translated, the header may say anything."""
    wrong = 'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
    assert codes(_found(tmp_path / "none", wrong, C="")) == ["T607"]
    blank = GOOD["C"].replace("%(n)s ce", "").replace("%(n)s de", "")
    assert codes(_found(tmp_path / "blank", wrong, C=blank)) == ["T607"]


def test_the_header_says_how_many_forms_there_are(tmp_path: Path) -> None:
    """A formula that tells more numbers apart serves, and each of its forms is asked for where one message has them."""
    header = 'msgid ""\nmsgstr "Plural-Forms: nplurals=3; plural=n==0 ? 2 : n != 1;\\n"\n\n'
    three = GOOD["C"].rstrip("\n") + '\nmsgstr[2] "%(n)s null"\n\n'
    other = three.replace('%(n)s c"', '%(n)s e"')
    assert codes(_found(tmp_path / "two", header, D=other)) == ["T613"]
    assert codes(_found(tmp_path / "none", header)) == ["T612"]
    assert _found(tmp_path / "three", header, C=three) == []


def test_a_language_without_a_catalogue_is_one_finding(tmp_path: Path) -> None:
    """A language that nobody has begun is not reported word by word."""
    files = {**SMALL_SITE, "content/uk/index.md": "---\ntitle: Приклад\n---\nТекст.\n"}
    found = list(catalogues_are_good(site_of(write_site(tmp_path, files))))
    assert [(problem.code, problem.place.path) for problem in found] == [("T606", "content/uk")]


def test_long_messages_are_cut() -> None:
    """A finding quotes no more of a message than fits on a line."""
    assert short("a\nb") == "a b"
    assert len(short("x" * 200)) == 60

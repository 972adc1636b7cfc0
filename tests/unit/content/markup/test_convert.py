"""Numbers that are not shown, and signs that are, are told where they stand."""

import gc

import pytest

from factsheet.content.markup import Typography, render
from factsheet.content.markup.commonmark.containers import Block
from factsheet.content.markup.convert import Converter

MARKS = Typography(open="„", close="”", back_to_text="Înapoi")


def told(body: str) -> list[tuple[str, str, str]]:
    """The code, the variant, and the source at the place of each slip."""
    return [(slip.code, slip.variant, body[slip.offset : slip.offset + 4]) for slip in render(body, MARKS).slips]


@pytest.mark.parametrize(
    ("body", "code", "variant", "at"),
    [
        ("1. a\n2. b\n4. c", "M104", "", "4. c"),
        ("1. a\n\n   b\n1. c\n3. d", "M104", "", "1. c"),
        ("3. Oktober 1990 war da.", "M105", "", "3. O"),
        ("1209. arestări", "M105", "", "1209"),
        ("1. unu\n2) doi", "M105", "continued", "2) d"),
        ("a[^1]", "M106", "footnote", "[^1]"),
        ("a [1]\n\n[^1]: b", "M112", "caret", "[1]\n"),
        ("[1] a\n\n[^1]: b", "M112", "caret", "[1] "),
        ("un text ==marcat==", "M106", "dialect", "==ma"),
        ("++nou++", "M106", "dialect", "++no"),
        ("x^2^", "M106", "dialect", "^2^"),
        ("$$x^2$$", "M106", "dialect", "$$x^"),
        ("bine :smile:", "M106", "emoji", ":smi"),
        ("*a*{lang=tr}", "M106", "language", "{lan"),
        ("bine :material-check:", "M106", "emoji", ":mat"),
        ("a %%de spus%% b", "M106", "other", "%%de"),
        ("a ^[o not\u0103]", "M106", "other", "^[o "),
        ("[ ] de f\u0103cut", "M106", "other", "[ ] "),
        ("- [] de f\u0103cut", "M106", "other", "[] d"),
        ("\\\\textbf{a}"[1:], "M106", "other", "\\tex"),
        ("vezi <https://b.example", "M106", "other", "<htt"),
        ("5&nbsp 6", "M106", "other", "&nbs"),
        ("*[ONRC]: Oficiul", "M106", "abbreviation", "*[ON"),
        ("a\n\n[TOC]", "M106", "contents", "[TOC"),
        ("!!! note\n    a", "M106", "admonition", "!!! "),
        ("> [!ZZZ]\n> a", "M106", "note", "[!ZZ"),
        ("> [!NOTA]\n> a", "M106", "note_meant", "[!NO"),
        ("[a] (b.png)", "M106", "space", "[a] "),
        ("| a | b |\n|---|\n| c | d |", "M106", "rule", "|---"),
        ("> [!NOTE] a", "M106", "titled_note", "[!NO"),
        ("[!NOTE]\na", "M106", "admonition", "[!NO"),
        ("# a {#b}\n\n# c {#b}", "M114", "", "{#b}"),
        ("a[^1] b\n\n[^1]: c\n[^1]: d", "M115", "", "[^1]"),
        ("[a]\n\n[a]: /b\n[A]: /c", "M115", "", "/c"),
        ("a\n\n[2]: https://b.example", "M116", "", "http"),
        ("-a b\n-c", "M106", "bullet", "-a b"),
        ("a [[b]]", "M106", "wiki", "[[b]"),
        ("[a] (https://b.example)", "M106", "space", "[a] "),
        ("[a](b c.md)", "M106", "address", "[a]("),
        ("\u2022 a\n\u2022 b", "M106", "bullet", "\u2022 a\n"),
        ("a {: .b}", "M106", "attributes", "{: ."),
        ("** a**", "M106", "emphasis", "** a"),
        ("> - a ~~ b", "M106", "emphasis", "~~ b"),
    ],
)
def test_slips(body: str, code: str, variant: str, at: str) -> None:
    """The first slip of each text is of its kind, at its place."""
    assert told(body)[0] == (code, variant, at)


@pytest.mark.parametrize(
    "body",
    [
        "15. a\n16. b",
        "C++ și G++, C++/CLI",
        "a == b și c == d",
        "la 12:30:15, nota:bene: așa",
        "50 %, 60 %% și 7 % din 8 %",
        "- [ ] de făcut\n- [x] făcut",
        "a <b & c, AT&T, 5 &nbsp; 6, <https://b.example>",
        "C:\\\\temp, [x], [1], [ ]",
        "5 $ și 6 $, $$ rar",
        "x^2 + y^2",
        "1. a\n1. b\n1. c",
        "1. a",
        "0. a",
        "3\\. Oktober 1990",
        "\\*\\* a",
        "\\[a] (b)",
        "`** a` and `[TOC]`",
        "[a][b] (c)\n\n[b]: d.md",
        "[a]\n\n[a]: /b\n[A]: /b",
        "a\n\n[//]: # (left out on purpose)",
        "a [b] c (d)",
        "2 * 3 * 4",
        "snake_case__name",
        "Hello!!!",
    ],
)
def test_what_is_meant(body: str) -> None:
    """Lists that are shown as they are numbered, escaped signs, code and ordinary text are let alone."""
    assert told(body) == []


def test_blocks_are_let_go_of_at_once() -> None:
    """None waits for garbage to be looked for, which a command does not do before it has many pages."""
    gc.collect()
    gc.disable()
    try:
        converted = Converter(MARKS).convert("# A\n\n- b\n  - c\n\n> d[^1]\n\n[^1]: e\n\n    - f\n")
        assert "f" in converted.html
        assert not [one for one in gc.get_objects() if isinstance(one, Block) and one.parent is not None]
    finally:
        gc.enable()

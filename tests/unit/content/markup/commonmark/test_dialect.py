"""What a sheet has beyond the specifications, and what editors of other tools expect."""

import pytest

from factsheet.content.markup import Typography, Unrenderable, fill, render
from factsheet.content.markup.commonmark.grammar import character

ROMANIAN = Typography(
    open="„",
    close="”",
    back_to_text="Înapoi",
    inner_open="«",
    inner_close="»",
    alerts=("Notă", "b", "c", "d", "e", "Ce spune sursa", "Ce nu spune sursa"),
)
ENGLISH = Typography(open="“", close="”", back_to_text="Back")
FRENCH = Typography(open="«\u00a0", close="\u00a0»", back_to_text="Retour")


def html(body: str, typography: Typography = ROMANIAN) -> str:
    """Render a body whose figures show their names, and whose links their addresses."""
    prose = render(body, typography)
    return fill(
        prose,
        lambda index: f"<data>{prose.references[index].target}</data>",
        lambda index: prose.references[index].target,
        lambda index: prose.links[index].address,
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sunt:\n- doi\n- trei", "<p>Sunt:</p>\n<ul>\n<li>doi</li>\n<li>trei</li>\n</ul>"),
        ("- a\n  - b\n  - c\n- d", "<ul>\n<li>a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ul>"),
        ("7. a\n8. b", '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>'),
        (
            "1. a\n\n   ```\n   b\n   ```\n\n2. c",
            "<ol>\n<li>\n<p>a</p>\n<pre><code>b\n</code></pre>\n</li>\n<li>\n<p>c</p>\n</li>\n</ol>",
        ),
        ("Scurt:\n\n12. Cluj\n13. Iași", '<p>Scurt:</p>\n<ol start="12">\n<li>Cluj</li>\n<li>Iași</li>\n</ol>'),
        ("~~a~~ b\\\nc", "<p><del>a</del> b<br>\nc</p>"),
        ("- [ ] a\n- [x] b", '<ul>\n<li class="task">☐ a</li>\n<li class="task">☑ b</li>\n</ul>'),
        ("- [x] a\n\n- b", '<ul>\n<li class="task">\n<p>☑ a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>'),
        ("#Tag", "<p>#Tag</p>"),
        ("https://a.example/b.", '<p><a href="https://a.example/b">https://a.example/b</a>.</p>'),
        (
            "> [!NOTE]\n> a *b*",
            '<div class="alert alert-note">\n<p class="alert-title">Notă</p>\n<p>a <em>b</em></p>\n</div>',
        ),
        ("> [!note]", '<div class="alert alert-note">\n<p class="alert-title">Notă</p>\n</div>'),
        (
            "> [!unknown]\n> a",
            '<div class="alert alert-unknown">\n<p class="alert-title">Ce nu spune sursa</p>\n<p>a</p>\n</div>',
        ),
        ("> [!OTHER]\n> a", "<blockquote>\n<p>[!OTHER]\na</p>\n</blockquote>"),
        ("Cuvânt\n:   ce *este*", "<dl>\n<dt>Cuvânt</dt>\n<dd>ce <em>este</em></dd>\n</dl>"),
        ("A\nB\n: c\n: d", "<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>c</dd>\n<dd>d</dd>\n</dl>"),
        ("A\n\n: c\n\n  d", "<dl>\n<dt>A</dt>\n<dd>\n<p>c</p>\n<p>d</p>\n</dd>\n</dl>"),
        ("A\n: b\n\nC\n: d", "<dl>\n<dt>A</dt>\n<dd>b</dd>\n<dt>C</dt>\n<dd>d</dd>\n</dl>"),
        ("# A\n: b", '<h2 id="a">A</h2>\n<p>: b</p>'),
        (": b", "<p>: b</p>"),
        (
            "<details>\n<summary>A</summary>\n\nb **c**\n\n</details>",
            "<details>\n<summary>A</summary>\n<p>b <strong>c</strong></p>\n</details>",
        ),
        ("| {{ a|b }} |\n|---|\n| c\\|d |", None),
        ("2**{{ a }}**b", "<p>2<strong><data>a</data></strong>b</p>"),
    ],
)
def test_blocks_and_marks(body: str, expected: str | None) -> None:
    """Lists, tasks, alerts, definitions and the rest are read as other tools read them."""
    if expected is None:
        assert "<th><data>a|b</data></th>" in html(body)
        assert "<td>c|d</td>" in html(body)
    else:
        assert html(body) == expected


@pytest.mark.parametrize(
    ("body", "typography", "expected"),
    [
        ('"nu "poate" nu"', ROMANIAN, "„nu «poate» nu”"),
        ("\"a 'b' c\"", ENGLISH, "“a ‘b’ c”"),
        ("'a' and 'b'", ENGLISH, "‘a’ and ‘b’"),
        ("the '90s aren't", ENGLISH, "the ’90s aren’t"),
        ("the boys' 'own' book", ENGLISH, "the boys’ ‘own’ book"),
        ('"**a**" b', ROMANIAN, "„<strong>a</strong>” b"),
        ('**"a"** ("b")', ROMANIAN, "<strong>„a”</strong> („b”)"),
        ('\\"a\\" \\\'b', ROMANIAN, '"a" \'b'),
        ('"a"', FRENCH, "«\u00a0a\u00a0»"),
        ("a -- b --- c...", ROMANIAN, "a – b — c…"),
        ("a ---- b ....", ROMANIAN, "a ---- b ...."),
        ("a \\-- b \\...", ROMANIAN, "a -- b ..."),
        ('`"a" --`', ROMANIAN, '<code>"a" --</code>'),
        ('"{{ a }}", "b"', ROMANIAN, "„<data>a</data>”, „b”"),
    ],
)
def test_typography(body: str, typography: Typography, expected: str) -> None:
    """Straight marks become those of the language, also within each other; what is escaped or code stays."""
    assert html(body, typography) == f"<p>{expected}</p>"


def test_footnotes_are_numbered_as_they_are_mentioned() -> None:
    """The order of the definitions does not count, and a definition may hold several blocks."""
    made = html("A[^b] c[^a] d[^b]\n\n[^a]: one\n\n    two\n[^b]: three")
    assert made.index("three") < made.index("one") < made.index("<p>two")
    assert 'id="fn-b"' in made
    assert made.count('class="footnote-backref"') == 3


def test_the_last_character_of_unicode() -> None:
    """A reference gives every character that there is, and a replacement for what lies beyond."""
    assert [character(one) for one in ("&#x10FFFF;", "&#x110000;", "&#0;", "&#xD7FF;", "&#xD800;")] == [
        *("\U0010ffff", "\ufffd", "\ufffd", "\ud7ff", "\ufffd")
    ]


def test_a_word_with_a_mark_that_is_no_footnote_stays() -> None:
    """A mark without a footnote is text."""
    assert html("A[^b]") == "<p>A[^b]</p>"


@pytest.mark.parametrize("body", [">" * 1_000 + " a", "- " * 1_000 + "a", "1. " * 1_000 + "a"])
def test_blocks_nested_without_end_are_refused(body: str) -> None:
    """Nesting beyond what anybody reads is a finding at its line, however many levels there are."""
    with pytest.raises(Unrenderable) as caught:
        render(f"one\n\n{body}", ROMANIAN)
    assert (caught.value.code, caught.value.line) == ("F020", 3)


def test_short_rows_of_a_wide_table() -> None:
    """Cells that rows lack are filled in, up to a bound."""
    assert html("|a|b|\n|-|-|\n|c|").count("<td>") == 2
    assert html("|a" * 500 + "\n" + "|-" * 500 + "\n" + "|b\n" * 500).count("<td>") == 10_500

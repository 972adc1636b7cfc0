"""A second opinion tells where GitHub would show something else, and nothing where it would not."""

from pathlib import Path

import pytest

from factsheet.content.markup import Typography, render
from factsheet.content.markup.opinion import differences, leaves, second_opinion
from tests.support import ROOT

MARKS = Typography(open="„", close="”", back_to_text="Înapoi")


@pytest.mark.parametrize("path", sorted(ROOT.glob("content/**/*.md")), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_sheets_of_this_site(path: Path) -> None:
    """GitHub would show them as the pages do."""
    body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert second_opinion(body, render(body, MARKS)) == []


@pytest.mark.parametrize(
    "body",
    [
        "- a\n  - b {{ x }}\n\n1. c\n2. d",
        "| a | b |\n|---|--:|\n| **1** | `2` {{ x }} |",
        "> [!NOTE]\n> a *b*",
        "> [!KNOWN]\n> - a\n\n> [!unknown]\n> - b",
        "## A {#b}\n\n```\n## A {#b}\n{{ x }}\n```",
        "Term\n: a *b*",
        'a[^1] "b"\n\n---\n\n[^1]: c `d`',
        "- [ ] a\n- [x] b\n\n<details>\n<summary>A</summary>\n\nb\n\n</details>",
        "https://a.example ~~b~~ ![c](d.png)",
    ],
)
def test_what_is_read_alike(body: str) -> None:
    """Typography, figures, and what sheets have beyond GitHub's Markdown, are no difference."""
    assert second_opinion(body, render(body, MARKS)) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("<p>a</p><p>b</p>", '<ul><li data-sourcepos="3:1-3:3">a</li></ul><p>b</p>', (3, "a paragraph", "an item")),
        ("<p>a</p>", '<p data-sourcepos="2:1-2:3"><em>a</em></p>', (2, "nothing of the kind", "emphasis")),
        ('<p>a<img src="b"></p>', "<p>a</p>", (1, "a picture", "nothing of the kind")),
        ("<h2>a</h2>", "<h3>a</h3>", (1, "a heading of level 2", "a heading of level 3")),
        ("<p>a</p><hr><p>b</p>", "<p>a</p><p>b</p>", (1, "a rule", "nothing of the kind")),
    ],
)
def test_differences_are_told(ours: str, theirs: str, told: tuple[int, str, str]) -> None:
    """A difference names the line, what the page shows, and what GitHub would."""
    [found] = differences(leaves(ours), leaves(theirs))
    assert (found.line, found.ours) == told[:2]
    assert found.theirs.startswith(told[2])

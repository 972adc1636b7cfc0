"""Forty slips more, each answered once: at its own place, with the way out, in both languages of the tool."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factsheet.cli import main

RO, EN, METHOD = "content/ro/index.md", "content/en/index.md", "content/ro/method.md"
_ANSWER = re.compile(r"^(\S.*?:[0-9]+:[0-9]+): ([A-Z][0-9]{3}) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: in which file, what is replaced by what, where the answer stands, its code and a word of its way out."""

    file: str
    before: str
    after: str
    place: str
    code: str
    way_out: str


def _slip(file: str, before: str, after: str, place: str, code: str, way_out: str) -> Slip:
    return Slip(file, before, after, f"{file}:{place}", code, way_out)


SLIPS = {
    "a key indented too little": _slip(RO, "    label: Buget", "   label: Buget", "24:4", "F005", "spaces"),
    "a key indented too far": _slip(RO, "    label: Buget", "     label: Buget", "24:6", "F005", "spaces"),
    "a metric not indented": _slip(RO, "  budget:\n", "budget:\n", "21:1", "F005", "with 2 spaces, as line"),
    "tabs": _slip(RO, "    label: Buget", "\t\tlabel: Buget", "24:1", "F005", "tab"),
    "a quotation mark not closed": _slip(RO, 'milioane de lei"', "milioane de lei", "27:12", "F005", "it begins with"),
    "a quotation mark not opened": _slip(RO, 'one: "{n} leu', "one: {n} leu", "25:24", "F005", "quotation mark"),
    "a brace not closed": _slip(RO, 'other: "{n} de lei"}', 'other: "{n} de lei"', "25:11", "F005", "bracket"),
    "no space after a colon": _slip(RO, "label: Buget", "label:Buget", "24:11", "F005", "`label: Buget`"),
    "a colon in a summary": _slip(RO, "summary: Un", "summary: Pe scurt: un", "4:18", "F005", "quotation marks"),
    "two versions in the front matter": _slip(
        RO, "    label: Buget", "<<<<<<< HEAD\n    label: Buget\n=======\n>>>>>>> x", "24:1", "F022", "delete"
    ),
    "two versions in the text": _slip(RO, "Se declară", "<<<<<<< HEAD\nSe declară", "40:1", "F022", "delete"),
    "points between thousands": _slip(RO, "value: 1300000", "value: 1.300.000", "22:12", "N101", "without separators"),
    "commas between thousands": _slip(RO, "value: 1300000", "value: 1,300,000", "22:12", "N101", "without separators"),
    "blanks between thousands": _slip(RO, "value: 1300000", "value: 1 300 000", "22:12", "N101", "without separators"),
    "a scale word": _slip(RO, "value: 1300000", "value: 1,3 milioane", "22:12", "N101", "`value: 1300000`"),
    "a sign of percent": _slip(RO, "value: 92.5", "value: 92.5%", "30:12", "N101", "the number alone"),
    "a dash for a minus": _slip(RO, "value: 20480", "value: –20480", "16:12", "N101", "`value: -20480`"),
    "an unseen character": _slip(RO, "value: 20480", "value: 20\u200b480", "16:14", "F002", "delete the character"),
    "a misspelt metric": _slip(RO, "{{ loans }}", "{{ loan }}", "36:37", "R501", "`loans`"),
    "a misspelt metric in a translation": _slip(EN, "{{ loans }}", "{{ lones }}", "14:29", "R501", "`loans`"),
    "one brace": _slip(RO, "{{ loans }}", "{ loans }", "36:37", "R509", "`{{ loans }}`"),
    "a brace too few": _slip(RO, "{{ loans }}", "{{ loans }", "36:37", "R509", "`{{ loans }}`"),
    "braces left open": _slip(RO, "{{ loans }}", "{{ loans", "36:37", "R509", "`{{ loans }}`"),
    "a brace too many": _slip(EN, "{{ loans }}", "{{{ loans }}}", "14:29", "R509", "`{{ loans }}`"),
    "the name of a currency": _slip(RO, "currency: RON", "currency: lei", "23:15", "N104", "`RON`"),
    "another currency": _slip(RO, "currency: RON", "currency: EUR", "27:12", "Q405", "`currency: RON`"),
    "a bound in Romanian": _slip(RO, "bound: over", "bound: peste", "31:12", "F015", "`over`"),
    "a bound in German": _slip(RO, "bound: over", "bound: mehr als", "31:12", "F015", "`over`"),
    "a kind in Romanian": _slip(RO, "kind: percent", "kind: procent", "29:11", "N110", "`percent`"),
    "a day that does not exist": _slip(RO, "date: 2026-01-15", "date: 2026-02-30", "5:7", "F010", "28 days"),
    "a date in words": _slip(RO, "date: 2026-01-15", "date: 15 ianuarie 2026", "5:7", "F010", "`2026-01-15`"),
    "a slug with capitals": _slip(METHOD, "slug: metoda", "slug: Metoda", "5:7", "O704", "small letters"),
    "typographic quotation marks": _slip(
        RO, '"un buget de 1,3 milioane de lei"', "„un buget de 1,3 milioane de lei”", "27:12", "F026", "straight"
    ),
    "a metric named twice": _slip(RO, "  budget:\n    value", "  loans:\n    value", "21:3", "F006", "one of the two"),
    "a picture without words": _slip(
        EN, "The [Method]", "![](/static/icon.svg) The [Method]", "18:58", "R510", "brackets"
    ),
    "a picture beside the text": _slip(EN, "The [Method]", "![x](a.png) The [Method]", "18:59", "R503", "static/"),
    "a link to a page": _slip(RO, "(method.md)", "(method.html)", "40:65", "R503", "`method.md`"),
    "a web site without https": _slip(RO, "(method.md)", "(www.example.org)", "40:65", "R503", "`https://www.exam"),
    "a unit that is a text": _slip(
        EN, 'unit: {one: "{n} book", other: "{n} books"}', "unit: books", "8:11", "N122", "{one:"
    ),
    "a number typed in a translation": _slip(EN, "{{ loans }}", "20.480 books", "14:29", "S303", "`{{ loans }}`"),
    "draft: yes": _slip(METHOD, "order: 2", "draft: yes", "6:8", "F008", "true or false"),
    "no quotation marks in settings": _slip("site.toml", '"ro"\n', "ro\n", "3:13", "C801", "quotation marks"),
    "a colon in settings": _slip("site.toml", 'reference = "ro"', 'reference: "ro"', "3:10", "C801", "`=`"),
    "a text not closed in settings": _slip("site.toml", 'BY 4.0"', "BY 4.0", "18:21", "C801", "quotation mark"),
    "a source at the level of the sheet": _slip(RO, "order: 1", "source: raport", "6:1", "F007", "`metrics`"),
    "a link of a source": _slip(
        RO, "    file: sources", "    link: https://a.example\n    file: s", "13:5", "F007", "`url`"
    ),
    "a list of names": _slip(RO, "  loans:\n", "  - loans:\n", "15:3", "F005", "`loans:`"),
    "a number sign before a label": _slip(RO, "label: Buget", "label: #1", "24:12", "F025", '"#1"'),
    "a noun that is a phrase": _slip(
        EN, "    label: Budget", "    nouns: all the money we had\n    label: Budget", "10:12", "F008", "alone"
    ),
    "years with a hyphen": _slip(
        RO, "    bound: over", "    as_of: 2024-2025\n    bound: over", "31:12", "F010", "`2024/25`"
    ),
    "a misspelt quote": _slip(RO, '20.480 de cărți"', '20.480 de crăți"', "20:12", "Q406", "împrumutate"),
    "a page with its place": _slip(RO, "(method.md)", "(method.html#a)", "40:65", "R503", "`method.md#a`"),
    "an address with a space": _slip(METHOD, "order: 2", "aliases: [a%20b]", "6:11", "O710", "remove it"),
    "a text that goes on below": _slip(
        RO, "vizite, fiecare", "vizite,\nfiecare", "5:1", "F005", "at the end of the one above"
    ),
    "a form in Romanian": _slip(RO, "{{ loans }}", "{{ loans.numar }}", "36:46", "R502", "`.number`"),
    "a point before a figure": _slip(METHOD, "index/loans", "index.loans", "8:153", "R501", "`index/loans`"),
    "the unit again": _slip(RO, "{{ budget }}", "{{ budget }} lei", "36:82", "R516", "remove"),
    "the name of a language": _slip("site.toml", '= "ro"\n', '= "romanian"\n', "3:13", "C809", "`ro`"),
    "a slash too few": _slip("site.toml", "https://books", "https:/books", "12:12", "C805", "https://books.example/"),
    "a heading that is lost": _slip(EN, "## What readers say\n\n", "", "16:1", "T623", "translate content/ro/index.md"),
    "the kind of a percentage left out": _slip(RO, "    kind: percent\n", "", "29:12", "N103", "`kind: percent`"),
    "sources with a hyphen": _slip(RO, "  raport:\n", "  - raport:\n", "8:3", "F008", "leave out the hyphens"),
    "another language of originals": _slip("site.toml", '= "ro"\n', '= "fr"\n', "3:13", "C809", "en, ro"),
}


def _answers(said: str) -> list[tuple[str, str]]:
    return _ANSWER.findall(said)


@pytest.mark.parametrize("name", SLIPS)
def test_one_slip_has_one_answer(site: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """The slip is told once, where it was made, with the way out; the same in Romanian, without an English word."""
    slip = SLIPS[name]
    file = site / slip.file
    text = file.read_text(encoding="utf-8")
    assert slip.before in text
    file.write_text(text.replace(slip.before, slip.after, 1), encoding="utf-8")
    assert main(["check", "--strict", "-q", "--root", str(site)]) in {1, 2}
    said = capfd.readouterr().out
    assert _answers(said) == [(slip.place, slip.code)]
    assert slip.way_out in said
    assert main(["check", "--strict", "-q", "--root", str(site), "--lang", "ro"]) in {1, 2}
    told = capfd.readouterr().out
    assert _answers(told) == [(slip.place, slip.code)]
    assert told.split("\n")[1] != said.split("\n")[1]


HEADING, SAID = "Ce spun cititorii", "What readers say"
_BOTH = "<source>{}</source>\n        <target>{}</target>"
_TWO = (
    "<source>Ce spun</source><target>What readers</target>\n</segment>{}"
    "<segment state='final'><source>cititorii</source>"
)
RETURNED = {
    "words over the text to translate": ("po", HEADING, SAID, "en.po:77:1", "T632", f"`msgid` again, as {RO}"),
    "words over a label to translate": ("po", 'd "Buget', 'd "Money', "en.po:58:1", "T632", f"where {RO} has changed"),
    "a context that was translated": (
        "po",
        "index#metrics.budget.label",
        "index#metrics.buget.label",
        "en.po:59:1",
        "T632",
        "write `index#metrics.budget.label` again",
    ),
    "a percent sign alone": ("po", "home %(loans)s.", "home %(loans)s, 5% more.", "en.po:72:1", "T633", "`100%%`"),
    "words in the source": (
        "xliff",
        _BOTH.format(HEADING, SAID),
        f"<source>{SAID}</source>",
        "en.xliff:122:1",
        "T632",
        f"write “{HEADING}” in `<source>` again",
    ),
    "a segment without its translation": (
        "xliff",
        _BOTH.format(HEADING, SAID),
        _TWO.format(""),
        "en.xliff:122:1",
        "T633",
        "one of its segments has no translation",
    ),
}
"""What was done to the file of a translators' tool: its format, what is replaced by what, and the answer."""


@pytest.mark.parametrize("name", RETURNED)
def test_what_comes_back_wrong_has_one_answer(site: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """What cannot be taken over is told once, at its line of the file, with what to do."""
    form, before, after, place, code, words = RETURNED[name]
    said = _returned(site, capfd, form, before, after)
    assert _answers(said) == [(f"{site}/{place}", code)]
    assert words in said


@pytest.mark.parametrize("between", ["", "<ignorable><source> </source></ignorable>"])
def test_what_a_tool_has_parted_is_joined(site: Path, capfd: pytest.CaptureFixture[str], between: str) -> None:
    """A text in two segments is one again, with the space that stood between them."""
    parted = f"{_TWO.format(between)}<target>tell</target>"
    assert _answers(_returned(site, capfd, "xliff", _BOTH.format(HEADING, SAID), parted)) == []
    assert "\n## What readers tell\n" in (site / EN).read_text(encoding="utf-8")


def _returned(site: Path, capfd: pytest.CaptureFixture[str], form: str, before: str, after: str) -> str:
    file = site / f"en.{form}"
    assert main(["export", "en", "--format", form, "-o", str(file), "--root", str(site)]) == 0
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    capfd.readouterr()
    assert main(["import", str(file), "--root", str(site)]) == int(not after.endswith("</target>"))
    return capfd.readouterr().out


MISPLACED: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a sheet in no language": (lambda site: _write(site / "content/nou.md"), "content/nou.md:1:1", "F021"),
    "a folder in capitals": (lambda site: _write(site / "content/RO/nou.md"), "content/RO:1:1", "C808"),
    "a folder by the name of a language": (
        lambda site: _write(site / "content/german/a.md"),
        "content/german:1:1",
        "C808",
    ),
    "a folder with an underscore": (lambda site: _write(site / "content/pt_BR/a.md"), "content/pt_BR:1:1", "C808"),
    "no folder of the originals": (lambda site: (site / "content/ro").rename(site / "ro"), "site.toml:3:13", "C809"),
    "a translation left out": (lambda site: (site / "content/en/method.md").unlink(), f"{METHOD}:1:1", "T601"),
    "an empty line first": (lambda site: _begin(site / RO, b"\n"), f"{RO}:1:1", "F003"),
}


def _write(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("---\ntitle: Nou\n---\nText.\n", encoding="utf-8")


def _begin(file: Path, first: bytes) -> None:
    file.write_bytes(first + file.read_bytes())


@pytest.mark.parametrize("name", MISPLACED)
def test_what_is_in_the_wrong_place_has_one_answer(site: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """A file or folder in the wrong place is told once; nothing that only follows from it is told."""
    change, place, code = MISPLACED[name]
    change(site)
    assert main(["check", "--strict", "-q", "--root", str(site)]) in {1, 2}
    assert _answers(capfd.readouterr().out) == [(place, code)]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\r\n"], ids=["a mark of byte order", "line ends of Windows"])
def test_what_other_systems_write_is_no_slip(site: Path, data: bytes) -> None:
    """A mark of byte order and line ends of Windows are read as if they were not there."""
    text = (site / RO).read_bytes()
    (site / RO).write_bytes(data + text if data[0] == 0xEF else text.replace(b"\n", data))
    assert main(["check", "--strict", "-q", "--root", str(site)]) == 0

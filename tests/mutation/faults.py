"""Faults for the real site, made by rule: what is changed, on which line, and in which file."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

RO, EN = "content/ro/index.md", "content/en/index.md"

Site = Mapping[str, str]
"""The sources of a site as texts, by their paths."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A change to one file, and the lines at which a finding tells of it."""

    kind: str
    file: str
    text: str
    lines: frozenset[int]
    about: str


def faults(site: Site) -> Iterator[Fault]:
    """Make every fault that a rule finds room for."""
    for rule in RULES:
        yield from rule(site)


def _changed(kind: str, site: Site, file: str, start: int, end: int, new: str, *, block: bool = False) -> Fault:
    """Replace a stretch of a file; with `block`, a finding may stand anywhere in the metric's entry."""
    text = site[file]
    line = text.count("\n", 0, start) + 1
    lines = frozenset(_entry(text, line)) if block else frozenset({line})
    about = f"{text[start:end]!r} -> {new!r}"
    return Fault(kind=kind, file=file, text=text[:start] + new + text[end:], lines=lines, about=about)


def _entry(text: str, line: int) -> Iterator[int]:
    """The lines of the metric that is declared around a line."""
    lines = text.split("\n")
    first = line
    while not re.match(r"  [a-z]", lines[first - 1]):
        first -= 1
    yield first
    while first < len(lines) and re.match(r"    ", lines[first]):
        first += 1
        yield first


def _digit(digit: str) -> str:
    return str((int(digit) + 1) % 10 or 1)


def _each(kind: str, file: str, pattern: str, change: Callable[[re.Match[str]], str], *, block: bool = False) -> "Rule":
    """A rule that changes the group `x` of each match."""

    def rule(site: Site) -> Iterator[Fault]:
        for match in re.finditer(pattern, site[file], re.MULTILINE):
            yield _changed(kind, site, file, *match.span("x"), change(match), block=block)

    return rule


Rule = Callable[[Site], Iterator[Fault]]

_ONE_DIGIT = r"^    value: [\d–]*(?P<x>[1-9])0*$"
"""The last digit of a value that is no zero: a figure that is not exact may be rounded beyond it."""

_QUOTED_DIGIT = r"^    quote: \".*?(?P<x>\d)(?=[^\"\n]*\"$)"


def _bodies(site: Site, pattern: str) -> Iterator[tuple[str, re.Match[str]]]:
    for file, text in site.items():
        if file.endswith(".md"):
            start = text.index("\n---\n", 4)
            for match in re.compile(pattern, re.MULTILINE).finditer(text, start):
                yield file, match


def _swapped_metrics(site: Site) -> Iterator[Fault]:
    """Each mention in a translation becomes one of another figure."""
    names = {"arrests": "victims", "victims": "arrests"}
    for file, match in _bodies(site, r"\{\{ (?P<x>(?:index/)?(?P<name>[a-z0-9-]+)) \}\}"):
        if file.startswith("content/en/"):
            prefix = match["x"].removesuffix(match["name"])
            yield _changed("swapped metric", site, file, *match.span("x"), prefix + names.get(match["name"], "arrests"))


def _lost_mentions(site: Site) -> Iterator[Fault]:
    """Each figure that a translation mentions once is left out."""
    for file, match in _bodies(site, r"(?P<x>\{\{ [a-z0-9/-]+ \}\})"):
        if file.startswith("content/en/") and site[file].count(match["x"]) == 1:
            yield _changed("mention lost", site, file, *match.span("x"), "many")


def _typed_figures(site: Site) -> Iterator[Fault]:
    """Each mention of the arrests is typed by hand, in the manner of either language."""
    for file, match in _bodies(site, r"(?P<x>\{\{ (?:index/)?arrests \}\})"):
        english = file.startswith("content/en/")
        yield _changed("figure typed", site, file, *match.span("x"), "1,209 arrests" if english else "1.209 arestări")
        yield _changed("wrong manner", site, file, *match.span("x"), "1.209 arrests" if english else "1,209 arestări")


def _limits(site: Site) -> Iterator[Fault]:
    """A word that limits a figure is typed before one that is exact."""
    for file, match in _bodies(site, r"(?P<x>)\{\{ (?:index/)?(?:arrests|packages|operations|recovered) \}\}"):
        word = "nearly " if file.startswith("content/en/") else "aproape "
        yield _changed("limit typed", site, file, *match.span("x"), word)


def _scales(site: Site) -> Iterator[Fault]:
    """A scale word is typed behind a figure."""
    for file, match in _bodies(site, r"\{\{ (?:index/)?arrests(?P<x>) \}\}"):
        end = match.end()
        word = " million" if file.startswith("content/en/") else " de milioane"
        fault = _changed("scale typed", site, file, end, end, word)
        start = match.end("x")
        yield replace(fault, text=f"{fault.text[:start]}.number{fault.text[start:]}")


def _stray_figures(site: Site) -> Iterator[Fault]:
    """A figure is put before the first full stop of a paragraph."""
    for file, match in _bodies(site, r"^[A-Z].{40,}?(?P<x>\.) "):
        yield _changed("stray figure", site, file, *match.span("x"), ", 57 in all.")


def _years(site: Site) -> Iterator[Fault]:
    """A year is named in one language only."""
    for file, match in _bodies(site, r"^[A-Z].{40,}?(?P<x>\.) "):
        if file.startswith("content/en/"):
            yield _changed("year added", site, file, *match.span("x"), " in 2019.")


def _dates(site: Site) -> Iterator[Fault]:
    for file, match in _bodies(site, r"(?P<x>13) (?:November|noiembrie)"):
        if file.startswith("content/en/"):
            yield _changed("date changed", site, file, *match.span("x"), "12")


def _restated(site: Site) -> Iterator[Fault]:
    """A translation repeats a value with one digit changed."""
    values = dict(re.findall(r"^  ([a-z0-9-]+):\n(?:    kind: .*\n)?    value: (\d+)$", site[RO], re.MULTILINE))
    for name, value in values.items():
        found = re.search(rf"^  {name}:\n", site[EN], re.MULTILINE)
        assert found is not None
        start = found.end()
        line = f"    value: {value[:-1]}{_digit(value[-1])}\n"
        yield _changed("value repeated wrongly", site, EN, start, start, line)


def _items(site: Site) -> Iterator[Fault]:
    """Each item of a list is joined to the one before it."""
    for file, match in _bodies(site, r"^- .*(?P<x>\n- )"):
        if file.startswith("content/en/"):
            joined = _changed("item lost", site, file, *match.span("x"), " ")
            lines = site[file].split("\n")
            first = last = min(joined.lines)
            while lines[first - 2].startswith("- "):
                first -= 1
            while lines[last].startswith("- "):
                last += 1
            yield replace(joined, lines=frozenset(range(first, last + 1)))


def _typing_errors(site: Site) -> Iterator[Fault]:
    for file, match in _bodies(site, r"\{\{ (?:index/)?(?P<x>[a-z0-9-]+) \}\}"):
        yield _changed("name misspelt", site, file, *match.span("x"), f"{match['x']}x")


RULES: tuple[Rule, ...] = (
    _each("digit of a value", RO, _ONE_DIGIT, lambda match: _digit(match["x"]), block=True),
    _each("digit of a quote", RO, _QUOTED_DIGIT, lambda match: _digit(match["x"])),
    _each("word of a quote", RO, r"^    quote: \".*?(?P<x>[a-zăâîșț]{4,})[^\"\n]*\"$", lambda match: match["x"][::-1]),
    _each("bound lost", RO, r"^(?P<x>    bound: over\n)", lambda _: "", block=True),
    _each("bound weakened", RO, r"^    bound: (?P<x>over)$", lambda _: "about", block=True),
    _each("bound added", RO, r"^    value: \d{1,2}$(?P<x>)(?!\n    bound)", lambda _: "\n    bound: over", block=True),
    _each("currency changed", RO, r"^    currency: (?P<x>USD)$", lambda _: "EUR", block=True),
    _each("millions to thousands", RO, r"^    quote: .*(?P<x>milioane)", lambda _: "mii"),
    _each(
        "thousands separator", RO, r"^    value: (?P<x>\d{4,})$", lambda match: f"{match['x'][:-3]}.{match['x'][-3:]}"
    ),
    _each("value in quotes", RO, r"^    value: (?P<x>\d+)$", lambda match: f'"{match["x"]}"'),
    _each("source lost", RO, r"^(?P<x>    source: presa\n)", lambda _: "", block=True),
    _each("quote lost", RO, r"^(?P<x>    quote: .*\n)", lambda _: "", block=True),
    _each("source misspelt", RO, r"^    source: (?P<x>presa)$", lambda _: "press"),
    _each("plural form lost", RO, r"^    unit: .*?(?P<x> few: \"[^\"]*\",)", lambda _: ""),
    _each("number left out of a unit", EN, r"^    unit: \{one: \"(?P<x>\{n\} )", lambda _: ""),
    _each("label lost", EN, r"^(?P<x>    label: .*\n)", lambda _: "", block=True),
    _each("heading demoted", EN, r"^(?P<x>##) ", lambda _: "###"),
    _each("link broken", EN, r"\((?P<x>[a-z]+)\.md\)", lambda match: f"{match['x']}x"),
    _each("literal altered", EN, r"Serengeti (?P<x>2)\.0(?=\]\()", lambda _: "3"),
    _each(
        "digest changed",
        RO,
        r"^    sha256: (?P<x>[0-9a-f])",
        lambda match: "0" if match["x"] != "0" else "1",
        block=True,
    ),
    _each("check overdue", RO, r"^    value: 1209$(?P<x>)", lambda _: "\n    recheck_by: 2025-12-01", block=True),
    _swapped_metrics,
    _lost_mentions,
    _typed_figures,
    _limits,
    _scales,
    _stray_figures,
    _years,
    _dates,
    _items,
    _restated,
    _typing_errors,
)

"""What the tool may correct by itself: faults that have one safe answer, and nothing else."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factsheet.checks.restated import agrees
from factsheet.checks.stray import Stray, strays
from factsheet.content.model import Restated
from factsheet.content.text import place_at
from factsheet.content.texts import texts_in
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.site.site import Site

# Replacing words at known places of a file, byte for byte the same everywhere else.

_LINE_END: Final = regex(r"\r\n|\r|\n")
_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """At a place, `old` becomes `new`; where `old` is empty, the whole line goes."""

    place: Place
    old: str
    new: str


def corrected(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Apply edits to a UTF-8 file.

    An edit whose words are not at its place, or that overlaps another, is left out. Line ends and a mark of
    the byte order stay as they are.
    """
    text = data.decode("utf-8")
    offset = len(_MARK) if text.startswith(_MARK) else 0
    starts = [offset, *(match.end() for match in _LINE_END.finditer(text))]
    least = len(text)
    for start, end, new in sorted(_spans(text, starts, edits), reverse=True):
        if end <= least:
            text = text[:start] + new + text[end:]
            least = start
    return text.encode("utf-8")


def diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """Give the lines of a unified diff."""
    lines = [data.decode("utf-8").splitlines() for data in (before, after)]
    return difflib.unified_diff(lines[0], lines[1], f"a/{path}", f"b/{path}", lineterm="")


def _spans(text: str, starts: list[int], edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    for edit in set(edits):
        if edit.place.line > len(starts):
            continue
        line = starts[edit.place.line - 1]
        if not edit.old:
            following = starts[edit.place.line] if edit.place.line < len(starts) else len(text)
            yield line, following, ""
            continue
        start = line + edit.place.column - 1
        if text.startswith(edit.old, start):
            yield start, start + len(edit.old), edit.new


# Old addresses of renamed sheets: each is written into the sheet as an alias.

_ALIASES: Final = regex(r"^aliases:(?: *\[|(?= *$))", re.MULTILINE)
_TITLE: Final = regex(r"^title:", re.MULTILINE)


def kept_addresses(problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give the edits that add the old address of a page to the sheet that it was most likely renamed to.

    Where a sheet was renamed twice, the first address is added; the next run finds the other.
    """
    done: set[str] = set()
    for problem in problems:
        if (problem.code, problem.variant) == ("O714", "alias") and problem.place.path not in done:
            done.add(problem.place.path)
            yield from _alias_edit(problem.place.path, texts[problem.place.path], problem.given["alias"])


def _alias_edit(path: str, text: str, alias: str) -> Iterator[Edit]:
    given, title = _ALIASES.search(text), _TITLE.search(text)
    if given is not None and given[0].endswith("["):
        yield Edit(_line(path, text, given.start()), given[0], f'{given[0]}"{alias}", ')
    elif given is not None:
        yield Edit(_line(path, text, given.start()), given[0], f'{given[0]}\n  - "{alias}"')
    elif title is not None:
        yield Edit(_line(path, text, title.start()), title[0], f'aliases: ["{alias}"]\n{title[0]}')


def _line(path: str, text: str, offset: int) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1)


# A figure typed by hand becomes a reference, where the page would show the very same text.

_SPACES: Final = str.maketrans("\u00a0\u202f\u2009", "   ")
_NOT_DIGITS: Final = regex(r"\D+")
_FORMS: Final = ("text", "number", "full")


def typed_figures(site: Site) -> Iterator[Edit]:
    """Give an edit for each numeral in a body that equals one metric only and reads like one of its forms."""
    for tag, path in site.sheets:
        if (site.settings.reference, path) not in site.sheets:
            continue
        for stray in strays(site, tag, path):
            if stray.metric is not None and stray.is_only and not stray.metric.cell and not stray.statement.word:
                edit = _figure_edit(site, tag, path, stray)
                if edit is not None:
                    yield edit


def _figure_edit(site: Site, tag: str, path: str, stray: Stray) -> Edit | None:
    source = stray.passage.source(stray.offset)
    figure = site.shown_figure(tag, path, stray.reference)
    if source is None or figure is None:
        return None
    body, written = stray.passage.blocks.sheet.body, stray.statement.text
    if not body.startswith(written, source):
        return None
    for form in _FORMS:
        shown = figure.form(form)
        start = source - max(_flat(shown).find(_flat(written)), 0)
        old = body[max(start, 0) : start + len(shown)]
        if _flat(written) in _flat(shown) and _flat(old) == _flat(shown):
            suffix = "" if form == "text" else f".{form}"
            return _made(stray, start, old, suffix)
    if _digits(written) == _digits(figure.number) and figure.metric.bound == "exact":
        is_plain = not any(map(str.isalpha, stray.statement.text)) and not stray.statement.currency
        return _made(stray, source, written, ".number") if is_plain else None
    return None


def _made(stray: Stray, start: int, old: str, suffix: str) -> Edit:
    place = stray.passage.blocks.place(start)
    return Edit(place, old, f"{{{{ {stray.reference}{suffix} }}}}")


def _flat(text: str) -> str:
    return text.translate(_SPACES)


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


# Romanian letters with a cedilla become those with a comma below.

CODE = "T614"


def old_letters(problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give an edit for each word that was found to be written with the old letters."""
    taken: dict[str, int] = {}
    for problem in sorted(problems, key=lambda problem: problem.sort_key):
        text = texts.get(problem.place.path)
        if problem.code != CODE or text is None:
            continue
        word = problem.given["word"]
        begin = max(_offset(text, problem.place), taken.get(problem.place.path, 0))
        found = text.find(word, begin)
        if found >= 0:
            taken[problem.place.path] = found + len(word)
            yield Edit(place_at(problem.place.path, text, found), word, problem.given["corrected"])


def _offset(text: str, place: Place) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


# A value that a translation repeats, and that agrees, is taken out: it is inherited.

_LINE: Final = regex(r"""[ ]+(?P<key>[a-z_]+):[ ]*(?P<quote>["']?)(?P<text>.*?)(?P=quote)[ ]*(?:[ ]\#.*)?""")


def repeated_values(site: Site, texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give an edit for each line of a translation that only repeats what the reference declares."""
    for path in site.paths:
        metrics = site.original(path).metrics
        for sheet in site.translations(path):
            lines = texts.get(sheet.file, "").split("\n")
            for words in sheet.words.values():
                metric = metrics.get(words.id)
                if metric is None or not any(texts_in(words, "")):
                    continue
                for restated in words.restated:
                    if agrees(metric, restated) and _stands_alone(lines, restated):
                        yield Edit(Place(sheet.file, restated.place.line), "", "")


def _stands_alone(lines: list[str], restated: Restated) -> bool:
    """Whether key and value fill one line, and nothing else does."""
    number = restated.place.line
    found = _LINE.fullmatch(lines[number - 1]) if number <= len(lines) else None
    return found is not None and found["key"] == restated.key and found["text"] == restated.text


def edits(site: Site, problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give the edits for addresses that are gone, typed figures, old Romanian letters and repeated values.

    `texts` holds the sources by their path, their lines ending in line feeds.
    """
    yield from kept_addresses(problems, texts)
    yield from typed_figures(site)
    yield from old_letters(problems, texts)
    yield from repeated_values(site, texts)

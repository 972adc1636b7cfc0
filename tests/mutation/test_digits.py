"""No digit of a published site can change unnoticed."""

import csv
import hashlib
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build, publish_result
from factsheet.checks.verify import LIST, read_back, verify
from factsheet.checks.verify.digests import files_are_as_published, read_list, read_published
from factsheet.core.problems import Place
from factsheet.files.marker import check_output
from tests.support import ROOT

pytestmark = pytest.mark.slow

_FIGURE = re.compile(r"<(?:data|time) class=\"figure\"[^>]*? (?:value|datetime)=\"([^\"]*)\"[^>]*>([^<]*)<")
_MEMBER = re.compile(r"\"(?:value|text|number|full|short|low|high)\": (\"[^\"]*\"|[\d.]+)")
_LINKED = re.compile(
    r"\"(?:value|minValue|maxValue|description)\": (\"[^\"]*\"|[\d.]+)(?=, \"(?:minV|maxV|unit|value|obs))"
)
_DIGIT = re.compile(r"[0-9]")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of the real site as they are published."""
    return published_files(ROOT, tmp_path_factory.mktemp("host") / "public")


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files of the example in many languages as they are published."""
    return published_files(ROOT / "examples/languages", tmp_path_factory.mktemp("host") / "public")


def published_files(root: Path, folder: Path) -> Mapping[str, bytes]:
    """Build and publish a site, and read what was published."""
    publish_result(check_output(root, str(folder)), build(root, Options()))
    return read_published(folder)


def other(digit: str) -> str:
    """Another digit, never 0: no number of JSON begins with it."""
    return "8" if digit == "9" else str(int(digit) + 1)


def changed(data: bytes, at: int) -> bytes:
    """A file in which one digit is another."""
    return data[:at] + other(chr(data[at])).encode() + data[at + 1 :]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a file tells once: the place of the finding if it is wrong, and the offsets of its digits."""

    place: Place
    digits: tuple[int, ...]


def claims(path: str, text: str) -> Iterator[Claim]:
    """Everything that a file tells or shows of its figures: elements and linked data of pages, figures of data."""
    if path.endswith(".csv"):
        yield from _rows(path, text)
    elif path.endswith(".json"):
        yield from _members(path, text)
    else:
        for found in _FIGURE.finditer(text):
            line, column = _line(text, found.start()), found.start() - text.rfind("\n", 0, found.start())
            yield Claim(Place(path, line, column), _digits(text, found.span(1), found.span(2)))
        for script in re.finditer(r"<script type=\"application/ld\+json\">.*?</script>", text, re.DOTALL):
            place = Place(path, _line(text, script.start()))
            yield from (Claim(place, _digits(text, one.span(1))) for one in _LINKED.finditer(text, *script.span()))


def _rows(path: str, text: str) -> Iterator[Claim]:
    """The digits of the columns with values and with texts, by row; no field holds a line end."""
    names = next(csv.reader(io.StringIO(text)))
    start = text.index("\n") + 1
    for number, line in enumerate(text[start:].splitlines(keepends=True), 2):
        position, spans = start, []
        for name, cell in zip(names, next(csv.reader([line])), strict=True):
            position = text.index(cell, position) if cell else position
            if name in {"value", "low", "high", "text", "number", "full", "short"}:
                spans.append((position, position + len(cell)))
            position += len(cell)
        yield Claim(Place(path, number), _digits(text, *spans))
        start += len(line)


def _members(path: str, text: str) -> Iterator[Claim]:
    """The digits of the values and texts of a `figures.json`, by figure: each has a line, which begins with its id."""
    begins = [*(found.start() for found in re.finditer(r"(?m)^\{\"id\": ", text)), len(text)]
    for start, end in pairwise(begins):
        yield Claim(
            Place(path, _line(text, start)),
            _digits(text, *(found.span(1) for found in _MEMBER.finditer(text, start, end))),
        )


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _digits(text: str, *spans: tuple[int, int]) -> tuple[int, ...]:
    return tuple(digit.start() for span in spans for digit in _DIGIT.finditer(text, *span))


def test_the_real_site_reads_back(published: Mapping[str, bytes]) -> None:
    """Every figure of the real site says its value, in every language and format."""
    assert verify(published) == []


def test_the_example_in_many_languages_reads_back(languages: Mapping[str, bytes]) -> None:
    """Every figure says its value in Arabic, Persian and Hindi digits and by the scale words of Asia and Africa."""
    assert verify(languages) == []


def test_digits_of_many_languages_are_read(languages: Mapping[str, bytes]) -> None:
    """One digit changed in a figure of each page, in whatever digits it is written, is found by reading alone."""
    data_files = {path: data for path, data in languages.items() if path.endswith((".json", ".csv"))}
    pages = [path for path in languages if path.endswith("index.html") and _FIGURE.search(languages[path].decode())]
    assert len(pages) > 10
    near, wrong = {**data_files}, set()
    for number, path in enumerate(pages):
        text = languages[path].decode()
        figures = list(_FIGURE.finditer(text))
        figure = figures[number % len(figures)]
        found = next(re.finditer(r"\d", text[figure.start(2) : figure.end(2)]), None)
        if found is not None:
            at = figure.start(2) + found.start()
            digit = chr(ord(found[0]) + (1 if unicodedata.decimal(found[0]) < 9 else -1))
            near[path] = (text[:at] + digit + text[at + 1 :]).encode()
            wrong.add(path)
    assert {problem.place.path for problem in read_back(near)} == wrong


def test_every_digit_of_every_file_is_kept_by_its_digest(published: Mapping[str, bytes]) -> None:
    """The list has the SHA-256 of each whole file, so no digit of any can change; a changed digit of it is noticed."""
    listed = read_list(published[LIST])
    assert listed is not None
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in published.items() if path != LIST}
    assert listed == digests
    places = [found.start() for found in re.finditer(rb"[0-9]", published[LIST])]
    assert len(places) > 1_000
    assert [at for at in places if read_list(changed(published[LIST], at)) == listed] == []


@pytest.mark.parametrize("suffixes", [("html", "json", "csv", "xml"), (LIST,)], ids=["files", "list"])
def test_a_digit_of_each_sort_of_file_is_told_of(published: Mapping[str, bytes], suffixes: tuple[str, ...]) -> None:
    """`verify` names the file whose digit was changed, or the files that the changed list no longer fits."""
    is_list = suffixes == (LIST,)
    digits = {path: [found.start() for found in re.finditer(rb"[0-9]", data)] for path, data in published.items()}
    paths = [path for path, found in digits.items() if found and (path == LIST) == is_list]
    having = {suffix: [path for path in paths if path.endswith(suffix)] for suffix in suffixes}
    assert all(having.values())
    files = [path for alike in having.values() for path in alike[:3]]
    for part in (0, 1, 2):
        wrong = {path: changed(published[path], digits[path][(len(digits[path]) - 1) * part // 2]) for path in files}
        found = {one.place.path for one in verify({**published, **wrong}) if one.code in {"V901", "V902", "V908"}}
        assert files == [LIST] or found >= set(files), part
        assert found, part


def test_a_digit_of_every_file_in_many_languages_is_told_of(languages: Mapping[str, bytes]) -> None:
    """One digit of each file of the example, the first of the one and the last of the other, is told of by its file."""
    listed = read_list(languages[LIST])
    assert listed is not None
    for number, (path, data) in enumerate(sorted(languages.items())):
        found = [match.start() for match in re.finditer(rb"[0-9]", data)]
        if found and path != LIST:
            at = found[(0, -1, len(found) // 2)[number % 3]]
            problems = files_are_as_published({**languages, path: changed(data, at)})
            assert [(problem.code, problem.place.path) for problem in problems] == [("V901", path)]


@pytest.mark.parametrize("sort", ["index.html", "figures.json", "figures.csv"])
def test_every_digit_of_a_figure_is_read(published: Mapping[str, bytes], sort: str) -> None:
    """A digit changed in a value or in its text is found where it stands by reading alone, whatever the digests say.

    A page is compared with the data files only, and a figure with what most data files tell of it. So the next digit
    of every figure is changed at once: in all pages, or in two data files of the eight that tell of it.
    """
    data_files = {path: data for path, data in published.items() if path.endswith((".json", ".csv"))}
    paths = [path for path in sorted(published) if path.endswith(sort) and any(claims(path, published[path].decode()))]
    batches = [paths] if sort == "index.html" else [paths[:2], paths[2:]]
    assert len(paths) >= 4
    missed = [place for batch in batches for place in _missed(published, data_files, batch)]
    assert missed == []
    assert sum(len(claim.digits) for path in paths for claim in claims(path, published[path].decode())) > 900


def _missed(published: Mapping[str, bytes], data_files: Mapping[str, bytes], paths: list[str]) -> Iterator[str]:
    """The digits that can be changed without a finding at their place."""
    texts = {path: published[path].decode() for path in paths}
    told = [claim for path, text in texts.items() for claim in claims(path, text)]
    for number in range(max((len(claim.digits) for claim in told), default=0)):
        wrong = [(claim.place, claim.digits[number]) for claim in told if number < len(claim.digits)]
        characters = {path: [*text] for path, text in texts.items()}
        for place, at in wrong:
            characters[place.path][at] = other(texts[place.path][at])
        near = {path: "".join(one).encode() for path, one in characters.items()}
        found = Counter(problem.place for problem in read_back({**data_files, **near}))
        short = Counter(place for place, _ in wrong) - found
        yield from (f"{place}, digit {number + 1}" for place in short)

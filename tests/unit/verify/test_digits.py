"""No digit of a published site can change unnoticed."""

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from factsheet.cli.verify import read_published
from factsheet.files import check_output
from factsheet.pipeline import Options, build, publish_result
from factsheet.verify import LIST, read_back, verify
from factsheet.verify.digests import files_are_as_published, read_list
from tests.support import ROOT

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
    """Another digit."""
    return str((int(digit) + 1) % 10)


def changed(data: bytes, at: int) -> bytes:
    """A file in which one digit is another."""
    return data[:at] + other(chr(data[at])).encode() + data[at + 1 :]


def spots(path: str, text: str) -> Iterator[int]:
    """The offsets of the digits by which a file tells or shows its figures."""
    if path.endswith(".csv"):
        yield from _cells(text)
        return
    pattern = _FIGURE if path.endswith(".html") else _MEMBER
    for found in pattern.finditer(text):
        for group in range(1, pattern.groups + 1):
            yield from (digit.start() for digit in _DIGIT.finditer(text, *found.span(group)))
    if path.endswith(".html"):
        for script in re.finditer(r"<script type=\"application/ld\+json\">.*?</script>", text, re.DOTALL):
            for found in _LINKED.finditer(text, *script.span()):
                yield from (digit.start() for digit in _DIGIT.finditer(text, *found.span(1)))


def _cells(text: str) -> Iterator[int]:
    """The digits of the columns with values and with texts; no field holds a line end."""
    names = next(csv.reader(io.StringIO(text)))
    start = text.index("\n") + 1
    for line in text[start:].splitlines(keepends=True):
        position = start
        for name, cell in zip(names, next(csv.reader([line])), strict=True):
            position = text.index(cell, position) if cell else position
            if name in {"value", "low", "high", "text", "number", "full", "short"}:
                yield from (digit.start() for digit in _DIGIT.finditer(text, position, position + len(cell)))
            position += len(cell)
        start += len(line)


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
    for number, path in enumerate(pages):
        text = languages[path].decode()
        figures = list(_FIGURE.finditer(text))
        figure = figures[number % len(figures)]
        found = next(re.finditer(r"\d", text[figure.start(2) : figure.end(2)]), None)
        if found is not None:
            at, near = figure.start(2) + found.start(), {**data_files}
            wrong = chr(ord(found[0]) + (1 if unicodedata.decimal(found[0]) < 9 else -1))
            near[path] = (text[:at] + wrong + text[at + 1 :]).encode()
            assert read_back(near), (path, figure[0])


def test_every_digit_of_every_file_is_kept_by_its_digest(published: Mapping[str, bytes]) -> None:
    """Whichever digit of whichever file is changed, the file is no longer the one in the list, or the list is none."""
    listed = read_list(published[LIST])
    assert listed is not None
    assert set(listed) | {LIST} == set(published)
    tried = 0
    for path, data in published.items():
        for found in re.finditer(rb"[0-9]", data):
            tried += 1
            mutated = changed(data, found.start())
            if path == LIST:
                after = read_list(mutated)
                assert after is None or after != listed
            else:
                assert hashlib.sha256(mutated).hexdigest() != listed[path]
    assert tried > 5_000


@pytest.mark.parametrize("suffix", ["html", "json", "csv", "xml", "txt", "factsheet.json"])
def test_a_digit_of_each_sort_of_file_is_told_of(published: Mapping[str, bytes], suffix: str) -> None:
    """`verify` names the file whose digit was changed, or the files that the changed list no longer fits."""
    for path in [path for path in published if path.endswith(suffix)][:3]:
        found = [match.start() for match in re.finditer(rb"[0-9]", published[path])]
        for at in {found[0], found[len(found) // 2], found[-1]} if found else ():
            problems = verify({**published, path: changed(published[path], at)})
            assert any(problem.code in {"V901", "V902", "V908"} for problem in problems), (path, at)


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


@pytest.mark.slow
def test_every_digit_of_a_figure_is_read(published: Mapping[str, bytes]) -> None:
    """A digit changed in a value or in its text is found by reading alone, whatever the digests say."""
    data_files = {path: data for path, data in published.items() if path.endswith((".json", ".csv"))}
    missed, tried = [], 0
    for path, data in published.items():
        if not path.endswith((".html", "figures.json", "figures.csv")):
            continue
        text = data.decode()
        near = {**data_files, path: data}
        for at in sorted(set(spots(path, text))):
            tried += 1
            mutated = text[:at] + other(text[at]) + text[at + 1 :]
            if not read_back({**near, path: mutated.encode()}):
                missed.append(f"{path}: {mutated[max(at - 60, 0) : at + 20]}")
    assert missed == []
    assert tried > 1_000

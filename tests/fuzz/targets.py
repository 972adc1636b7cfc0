"""What is fuzzed. Each target takes any bytes; it fails by raising what no reader of sources may raise."""

import random
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from factsheet.builder.pipeline import Options, build
from factsheet.checks.verify import verify
from factsheet.content.catalogs import parse, read_catalog
from factsheet.content.config import read_settings
from factsheet.content.markup import Prose, Typography, Unrenderable, render
from factsheet.content.sheets import read_sheet
from factsheet.core.codes import fix, message
from factsheet.core.problems import Problem
from factsheet.l10n import cldr
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.stretches import written_dates
from factsheet.site.translations import read_lock
from tests.costs import spent
from tests.hostile.activity import active_parts
from tests.hostile.nastiness import CATALOGUE_LINES, CHUNKS, FRONT_LINES, SETTINGS_LINES
from tests.support import ENGLISH, ROMANIAN, SETTINGS, SMALL_SITE, write_site

SECONDS: Final = 10.0
"""No input may take longer."""

Target = Callable[[bytes], None]


def _say(problems: list[Problem]) -> None:
    for problem in problems:
        assert message(problem)
        assert fix(problem)
        assert problem.place.line >= 1
        assert problem.place.column >= 1


def front_matter(data: bytes) -> None:
    """A sheet is read, or there are findings."""
    for is_reference in (True, False):
        sheet, problems = read_sheet("content/ro/x.md", data, path="x", language="ro", is_reference=is_reference)
        assert sheet is not None or problems
        _say(problems)


def markdown(data: bytes) -> None:
    """A body becomes HTML in which nothing acts, and whose marks are those of its references."""
    prose = _render(data.decode("utf-8", "replace"))
    if prose is not None:
        assert active_parts(prose.html) == []
        assert prose.html.count("\ue000") + prose.html.count("\ue002") <= 40 * (len(prose.references) + 1)


def _render(body: str) -> Prose | None:
    try:
        return render(body, Typography(open="„", close="”", back_to_text="Înapoi"))
    except Unrenderable as caught:
        fault = caught
    assert 1 <= fault.line <= body.count("\n") + 1
    return None


def numerals(data: bytes) -> None:
    """Numerals and dates are found in order, inside the text, as they are written there."""
    text = data.decode("utf-8", "replace")[:3000]
    for tag in ("ro", "en", "ar", "zh", "hi"):
        end = 0
        for numeral in read(cldr.locale(tag), text):
            assert end <= numeral.start < numeral.end <= len(text)
            assert text[numeral.start : numeral.end] == numeral.text
            assert isinstance(numeral.value, Decimal)
            assert numeral.value.is_finite()
            end = numeral.end
        for mention in written_dates(cldr.locale(tag), text):
            assert 0 <= mention.start < mention.end <= len(text)


def catalogue(data: bytes) -> None:
    """A catalogue gives entries, or findings; none of its plural rules runs."""
    parse("locales/ro.po", data.decode("utf-8", "replace"))
    _, problems = read_catalog("ro", "locales/ro.po", data)
    _say(problems)


def settings(data: bytes) -> None:
    """site.toml is read, or there are findings; so is the lock."""
    _say(read_settings(data)[1])
    _say(read_lock(data)[1])


def whole_build(data: bytes) -> None:
    """A site with this as one of its sheets builds, with nothing active and closed under `verify`, or has findings."""
    refused_sheets({"content/ro/index.md": sheet_of(data)})


def sheet_of(data: bytes) -> bytes:
    """Give data as a sheet: as its body, unless it begins as front matter does."""
    return ROMANIAN.encode() + data if data[:1] != b"-" else data


def refused_sheets(sheets: Mapping[str, bytes]) -> set[str]:
    """Build a site with these sheets; give those with errors, or prove that nothing acts and all reads back."""
    with TemporaryDirectory(prefix="fuzz-") as folder:
        result = build(write_site(Path(folder), {**SMALL_SITE, **sheets}), Options())
        _say(list(result.problems))
        if result.has_errors:
            return {problem.place.path for problem in result.problems if problem.severity == "error"}
        for path, page in result.artifacts.items():
            if path.endswith(".html"):
                assert active_parts(page.decode()) == [], path
        found = [problem for problem in verify(dict(result.artifacts)) if problem.severity == "error"]
        found = [problem for problem in found if problem.code != "V908"]  # the list is written when publishing
        assert found == [], [message(problem) for problem in found]
    return set()


TARGETS: Final[dict[str, Target]] = {
    "front-matter": front_matter,
    "markdown": markdown,
    "numerals": numerals,
    "catalogue": catalogue,
    "settings": settings,
    "build": whole_build,
}

SEEDS: Final[Mapping[str, tuple[str | bytes, ...]]] = {
    "front-matter": (ROMANIAN, ENGLISH, *(f"---\n{line}\n---\n" for line in FRONT_LINES)),
    "markdown": (ROMANIAN, *CHUNKS),
    "numerals": CHUNKS,
    "catalogue": ('msgid "a"\nmsgstr "b"\n\nmsgid "%(n)s c"\nmsgid_plural "d"\nmsgstr[0] "e"\n', *CATALOGUE_LINES),
    "settings": (SETTINGS, *SETTINGS_LINES),
    "build": (ROMANIAN, *CHUNKS),
}


def encoded(seed: str | bytes) -> bytes:
    """Give a seed as the bytes that a target takes."""
    return seed if isinstance(seed, bytes) else seed.encode("utf-8", "surrogatepass")


def inputs(name: str, dice: random.Random) -> Iterator[bytes]:
    """Endless inputs for a target: its seeds joined, repeated, cut, crossed and flipped."""
    seeds = [encoded(seed) for seed in SEEDS[name]]
    while True:
        data = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(0, 6)):
            _mutate(data, seeds, dice)
        yield bytes(data[:20_000])


def _mutate(data: bytearray, seeds: list[bytes], dice: random.Random) -> None:
    place = dice.randint(0, len(data))
    step = dice.randrange(5)
    if step == 0:
        data[place:place] = dice.choice(seeds)[: dice.choice((20, 200, 2000))] * dice.choice((1, 1, 2, 20))
    elif step == 1:
        del data[place : place + dice.choice((1, 5, 50))]
    elif step == 2:
        data[place:place] = dice.randbytes(dice.choice((1, 2, 4)))
    elif step == 3:
        data[place:place] = dice.choice(
            (b"\n", b" ", b"{{", b"}}", b"[", b"`", b"<", b"'", b'"', b":", b"&", b"-", b"|")
        )
    elif data:
        data[place % len(data)] ^= 1 << dice.randrange(8)


def attempt(name: str, data: bytes) -> str:
    """Run a target once; say what went wrong, or nothing."""
    begun = spent()
    try:
        TARGETS[name](data)
    except Exception as error:  # noqa: BLE001 - whatever escapes is a find
        return f"{type(error).__name__}: {error}"[:500]
    taken = spent() - begun
    return f"{taken:.1f} seconds" if taken > SECONDS else ""

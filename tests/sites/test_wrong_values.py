"""What is told where a key has a value of another kind, or a very long one: each key of good sites, one at a time."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import said

HERE = Path(__file__).parent
LONG = "".join(f"x{number:03}" for number in range(100))
"""Where it is cut shows by its last number."""
SHEET = ("[one, two]", "{one: two}", "yes", "-1.5", '""', LONG, "2025-02-30")
"""Values of YAML."""
SETTING = ("[1, 2]", "{ one = 2 }", "true", "-1.5", '""', f'"{LONG}"')
"""Values of TOML."""
CASES = {
    "sheet": (HERE / "faults/site", "content/ro/index.md", SHEET),
    "more": (HERE / "settled/site", "content/en/index.md", SHEET),
    "settings": (HERE / "settled/site", "site.toml", SETTING),
    "translation": (HERE / "settled/site", "content/de/index.md", SHEET[::2]),
}
_LINE = re.compile(r"^ *([a-z_]+)(?:: | = )(.+)$", re.MULTILINE)
_INSIDE = re.compile(r"[{,] ?([a-z_]+)(?:: | = )(\"[^\"\n]*\"|\[[^\]\n]*\]|[^,{}\[\]\n\"]+)(?=[,}])")
_SECTION = re.compile(r"^\[?([a-z]+)(?::|\])$", re.MULTILINE)


def places(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Each key of a sheet or of the settings, by the name at the margin above it: where its first value stands."""
    head = text.partition("\n---\n")[0] + "\n"
    sections = [(found.start(), found[1]) for found in _SECTION.finditer(head)]
    seen: dict[tuple[str, str], tuple[int, int]] = {}
    for found in (*_LINE.finditer(head), *_INSIDE.finditer(head)):
        above = [name for start, name in sections if start < found.start() and head[found.start()] != head[start]]
        seen.setdefault((above[-1] if above else "", found[1]), found.span(2))
    return seen


def told(root: Path) -> list[str]:
    """All that is found in a site."""
    return [said(problem) for problem in check(root, Options(today=date(2025, 11, 23))).problems]


@pytest.mark.parametrize("name", CASES)
def test_wrong_values(name: str, tmp_path: Path, *, rewrite_golden: bool) -> None:
    """Each is told as it was when the answer was read and kept, beside what is told without it."""
    site, path, values = CASES[name]
    root = copytree(site, tmp_path / "site")
    good = (root / path).read_text("utf-8")
    usual = set(told(root))
    lines = []
    known = places((HERE / "faults/site/content/ro/index.md").read_text("utf-8")) if name == "more" else {}
    for (above, key), (start, end) in sorted(places(good).items(), key=lambda pair: pair[1]):
        if (above, key) in known:
            continue
        for value in values:
            (root / path).write_text(good[:start] + value + good[end:], "utf-8")
            line = good.count("\n", 0, start) + 1
            lines.append(f"{line}: {above and above + '.'}{key}: {value.replace(LONG, 'LONG')}")
            lines += [f"    {one}" for one in told(root) if one not in usual]
    made, file = "".join(f"{line}\n" for line in lines), HERE / f"wrong/{name}.txt"
    if rewrite_golden:
        file.write_text(made, "utf-8")
    assert file.read_text("utf-8") == made

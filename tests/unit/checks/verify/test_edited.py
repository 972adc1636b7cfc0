"""After an edit the sheets that it reaches are read back, and nothing is found less than by reading all."""

import re
from collections.abc import Mapping

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.checks.verify import of_reached, read_back
from tests.support import SETTINGS, write_site

Files = dict[str, bytes]

HEAD = """---
title: {title}
metrics:
{metrics}sources:
  raport: {{title: Raport, lang: ro}}
---
{body}
"""
COUNT = """  {id}:
    value: {value}
    label: {id}
    unit: {{one: "{{n}} carte", few: "{{n}} cărți", other: "{{n}} de cărți"}}
    source: raport
    quote: "Raportul dă {value} de cărți"
"""
ALONE = '{"@id": "https://facts.example/ro/alone/#kept", "value": 84}'


def site(value: int) -> Mapping[str, str]:
    """Four sheets: one of them counts, one computes from it, one links to it, and one is for itself."""
    own, apart = (COUNT.format(id=name, value=number) for name, number in (("lent", value), ("kept", 57)))
    unit = '{one: "{n} carte", few: "{n} cărți", other: "{n} de cărți"}'
    whole = f"  whole:\n    sum_of: [index/lent, apart/kept]\n    label: whole\n    unit: {unit}\n"
    sheets = {
        "index": ("Prima", own, "Sunt {{ lent }}."),
        "apart": ("A doua", apart, "Sunt {{ kept }}."),
        "sum": ("A treia", whole, "Sunt {{ whole }}."),
        "alone": ("A patra", apart.replace("57", "83"), "Sunt {{ kept }}."),
    }
    texts = {
        f"content/ro/{path}.md": HEAD.format(title=title, metrics=metrics, body=body)
        for path, (title, metrics, body) in sheets.items()
    }
    return {"site.toml": SETTINGS, **texts}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files]:
    """The site as it was published, and what is made anew after an edit of one figure."""
    root = tmp_path_factory.mktemp("site")
    before, after = (dict(build(write_site(root, site(value)), Options()).artifacts) for value in (210, 211))
    return before, {path: data for path, data in after.items() if before.get(path) != data}


def test_only_what_an_edit_reaches_is_told(edited: tuple[Files, Files]) -> None:
    """What changed, what is computed from it and from what else; what was told before is not read once more."""
    before, made = edited
    files = {path: data for path, data in made.items() if not path.endswith(".html")}
    assert b"alone/" in made["ro/index.html"]
    told = of_reached(files, before.get)
    assert told is not None
    some, same = (re.findall(rb'"path": "(\w+)"', each["ro/figures.json"]) for each in told)
    assert (some, same) == ([b"index", b"apart", b"sum"], [b"apart"])
    assert re.findall(rb"^\w+,\w+", told[0]["ro/figures.csv"], re.MULTILINE)[1:] == [
        *(b"index,lent", b"apart,kept", b"sum,whole")
    ]
    assert found(before, made) == (False, False)


def found(before: Files, files: Files) -> tuple[bool, bool]:
    """Whether anything is found by reading all, and by reading what the files reach or by not knowing that."""
    told = of_reached(files, before.get)
    some = told is None or read_back({"build-info.json": before["build-info.json"], **files}, told=told)
    return bool(read_back({**before, **files}, {*before} - {*files})), bool(some)


def test_nothing_is_found_less(edited: tuple[Files, Files]) -> None:
    """Whatever digit of a page or a data file another hand changes, it is found as it is by reading all."""
    before, files = edited
    wrong = 0
    for path in files:
        if path.endswith((".html", ".json", ".csv")):
            text = files[path].decode()
            for place in [digit.start() for digit in re.finditer(r"\d", text)][::9]:
                other = f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}".encode()
                whole, some = found(before, {**files, path: other})
                assert some >= whole, (path, text[place - 40 : place + 20])
                wrong += whole
    assert wrong > 20


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("ro/index.html", "</main>", '<data data-metric="alone/kept" value="84">84 de cărți</data></main>'),
        ("ro/index.html", "</main>", '<data data-metric="kept" value="84">84 de cărți</data></main>'),
        ("ro/index.html", "</main>", '<a href="https:\\u002f/facts.example/ro/alone/#kept">84</a></main>'),
        ("ro/index.html", "</main>", f'<script type="application/ld+json">{ALONE}</script></main>'),
        ("ro/figures.json", '"path": "alone"', '"path": "other"'),
        ("ro/figures.csv", "\r\nalone,kept", '\r\n"alone",kept'),
    ],
)
def test_what_names_another_sheet_is_held_against_it(
    edited: tuple[Files, Files], path: str, old: str, new: str
) -> None:
    """A page that names a sheet has it read; where names are not plain, all are."""
    before, files = edited
    text = files.get(path, before[path]).decode()
    assert old in text
    whole, some = found(before, {**files, path: text.replace(old, new, 1).encode()})
    assert some >= whole

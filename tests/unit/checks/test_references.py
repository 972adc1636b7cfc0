"""Every reference, link, anchor and source leads somewhere."""

from pathlib import Path

import pytest

from factsheet.core.codes import fix
from tests.proving import EN, RO, SITE, found, place, problems, spoiled


def after(sentence: str) -> dict[str, str]:
    """The site with one more sentence in each language."""
    return {**SITE, RO: f"{SITE[RO]}\n{sentence}\n", EN: f"{SITE[EN]}\n{sentence}\n"}


@pytest.mark.parametrize(
    ("sentence", "code", "at"),
    [
        ("Here {{ arests }}.", "R501", "{{ arests"),
        ("Here {{ nowhere/arrests }}.", "R501", "{{ nowhere"),
        ("Here {{ arrests.ful }}.", "R502", "ful }}"),
        ("Here {{ arrests.rounded }}.", "R502", "{{ arrests.rounded"),
        ("See [x](nowhere.md).", "R503", "nowhere.md"),
        ("See [x](../nowhere.md).", "R503", "../nowhere.md"),
        ("See ![x](/static/nowhere.png).", "R503", "/static/nowhere.png"),
        ("See [x](/static/nowhere.pdf#page=2).", "R503", "/static/nowhere.pdf"),
        ("See [x](#nowhere).", "R504", "#nowhere"),
        ("See [x](index.md#nowhere).", "R504", "index.md#nowhere"),
        ("See [x](//evil.example).", "R508", "//evil"),
        ("See [x](ftp://evil.example).", "R508", "ftp://evil"),
        ("See [x](mailto:).", "R508", "mailto:"),
        ("See [x](http:///a).", "R508", "http:///a"),
        ("See [x](https:a.example).", "R508", "https:a"),
        ("See [x](https://a..example).", "R508", "https://a.."),
        ("See [x](javascript:alert(1)).", "R508", "javascript:"),
        ("See [x](java\u017fcript:alert(1)).", "R508", "java\u017fcript:"),
        ("See [x](\u212aey:1).", "R508", "\u212aey:"),
        ("See [x][y].\n\n[y]: data:text/html,x", "R508", "data:"),
        ('See <a href="vbscript:x">x</a>.', "R508", "vbscript:"),
    ],
)
def test_what_leads_nowhere_is_found_in_every_language(tmp_path: Path, sentence: str, code: str, at: str) -> None:
    """A reference or link that leads nowhere is reported at its place, in both texts."""
    files = after(sentence)
    reported = [one for one in found(tmp_path, files) if one.startswith(code)]
    assert reported == [f"{code} {file}:{place(files[file], at)}" for file in (EN, RO)]


@pytest.mark.parametrize(
    "sentence",
    [
        "See [x](#arrests), [y](index.md#victims) and [z](/index.md).",
        "See [x](https://example.org/nowhere.md) and [mail](mailto:a@example.org).",
        "See ![icon](/static/icon.svg) and [icon](/static/icon.svg#part).",
        "Write `{{ anything }}` or `[x](ftp://x)` in code.",
        "Note: this is <https://example.org/>, and (a:b) is no address.",
        "Here {{ index/arrests.short }} and {{ arrests.label }}.",
    ],
)
def test_what_leads_somewhere_is_left_alone(tmp_path: Path, sentence: str) -> None:
    """Figures, headings, sheets, addresses and code are in order."""
    assert found(tmp_path, after(sentence)) == []


def test_braces_without_a_name_ask_for_one(tmp_path: Path) -> None:
    """What is empty names no metric that could be declared: a name is missing, or the braces are too many."""
    told = [fix(one) for one in problems(tmp_path, after("Here {{ }}.")) if one.code == "R501"]
    assert told == ["write the name of one in its place, or take it out"] * 2


def test_near_misses_are_offered(tmp_path: Path) -> None:
    """The way out of a misspelt name is the name that is there."""
    offered = {one.code: fix(one) for one in problems(tmp_path, after("{{ arests }} {{ arrests.ful }} [x](indx.md)"))}
    assert [offered[code] for code in ("R501", "R502", "R503")] == [
        "did you mean `arrests`?",
        "did you mean `.full`?",
        "did you mean `index.md`?",
    ]


@pytest.mark.parametrize(
    ("address", "offer"),
    [
        ("/static/icn.svg", "did you mean `/static/icon.svg`?"),
        ("/static/harta-judetelor.png", "put the file into the folder `static/`, as `static/harta-judetelor.png`"),
    ],
)
def test_files_that_are_not_there(tmp_path: Path, address: str, offer: str) -> None:
    """A picture that is missing stops publication; the way out is the file that was meant, or to add it."""
    offered = {fix(one) for one in problems(tmp_path, after(f"![Hartă]({address})")) if one.code == "R503"}
    assert offered == {offer}


def test_declarations_in_vain_are_warnings(tmp_path: Path) -> None:
    """A source of no figure, and a figure that is shown nowhere, are reported."""
    files = spoiled(
        RO,
        ("sources:\n", "sources:\n  alta: {title: Alta}\n"),
        ("title: Exemplu\n", "title: Exemplu\nhighlight: [victims]\n"),
        ("{{ arrests }}", "{{ victims }}"),
    )
    files[EN] = SITE[EN].replace("{{ arrests }}", "{{ victims }}")
    assert found(tmp_path, files) == [
        f"R506 {RO}:{place(files[RO], 'arrests:')}",
        f"R505 {RO}:{place(files[RO], 'alta:')}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: Exemplu\n", "title: Exemplu\nhighlight: [arests]\n", "R501"),
        ("source: presa", "source: press", "R507"),
    ],
)
def test_names_in_the_front_matter_lead_somewhere_too(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A highlighted metric and the source of a figure must be declared."""
    assert code in {one.partition(" ")[0] for one in found(tmp_path, spoiled(RO, (old, new)))}


def test_names_that_a_translation_has_in_its_words_are_those_of_the_original(tmp_path: Path) -> None:
    """Names that are not known stand for those that the text lacks, in their order, whatever else is called so."""
    charts = "charts:\n  - {id: nights, type: bars, title: Seri, summary: Mai multe., metrics: [evenings, men]}\n"
    metrics = "metrics:\n  evenings: {value: 30, label: Seri}\n  men: {value: 388, label: Bărbați}\n"
    ro = f"---\ntitle: Cifre\n{metrics}{charts}---\nSunt {{{{ evenings }}}} și {{{{ men }}}}.\n"
    en = "---\ntitle: Figures\n---\nThere are {{ nights }} and {{ lads }}.\n"
    told = problems(tmp_path, {**SITE, "content/ro/f.md": ro, "content/en/f.md": en})
    near = [dict(one.values)["suggestion"] for one in told if one.code in {"R501", "P203"}]
    assert near == ["evenings", "men"]

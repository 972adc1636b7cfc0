"""Figures that are computed from others, as a whole site is checked."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from factsheet.site.proof import Proof, proof_of
from tests.assembling import remembered, site_of, units_of
from tests.support import SETTINGS, write_site

SHEET = """---
title: Calcule
highlight: [part]
metrics:
  women: {value: 40, label: Femei}
  men: {value: 50, label: Bărbați}
  part: {DECLARED, label: Parte}
---
Text.
"""
OTHER = "---\ntitle: Alta\nmetrics:\n  old: {value: 20, label: Vechi}\n---\n{{ old }}.\n"
DRAFT = OTHER.replace("title: Alta", "title: Schiță\ndraft: true")


def _files(declared: str, other: str = OTHER) -> dict[str, str]:
    return {
        "site.toml": SETTINGS,
        "content/ro/index.md": SHEET.replace("DECLARED", declared),
        "content/ro/other.md": other,
        "content/ro/draft.md": DRAFT,
    }


@pytest.mark.parametrize(
    ("declared", "code", "variant"),
    [
        ("share_of: [women, men]", None, ""),
        ("change_of: [other/old, men]", None, ""),
        ("sum_of: [women, man]", "R501", "suggest"),
        ("sum_of: [women, old]", "R501", "suggest"),
        ("sum_of: [women, draft/old]", "R501", "draft"),
        ("sum_of: [women, men], value: 100", "N148", ""),
    ],
)
def test_parts_that_are_missing_are_told_at_their_line(
    tmp_path: Path, declared: str, code: str | None, variant: str
) -> None:
    """What no sheet declares, or only a draft does, is told like a reference that leads nowhere."""
    root = write_site(tmp_path, _files(declared))
    found = [one for one in check(root, Options()).problems if one.code[0] in "NR"]
    told = [(one.code, one.variant, one.place.line) for one in found if one.code != "R506"]
    assert told == ([(code, variant, 7)] if code else [])


def test_parts_count_as_used_and_results_as_proven_as_their_parts(tmp_path: Path) -> None:
    """Nothing is missing of a result without a source, and its parts are shown with it."""
    root = write_site(tmp_path, _files("share_of: [women, men]"))
    found = [(one.code, dict(one.values).get("metric")) for one in check(root, Options()).problems]
    assert ("Q401", "women") in found
    assert not {("Q401", "part"), ("R506", "women")} & set(found)


def test_a_changed_part_reaches_what_is_computed_from_it(tmp_path: Path) -> None:
    """The sheet of the result is checked and rendered anew when a part on another sheet has changed, and only then."""
    files = _files("change_of: [other/old, men]")
    memory = remembered(units_of(tmp_path, files))
    again = units_of(tmp_path, {**files, "content/ro/other.md": OTHER.replace("20", "25")}, memory)
    assert again.site.tracer.current("render index") is None
    assert again.site.figure("ro", "index", "part").text == "+100\u00a0%"
    same = units_of(tmp_path, files, memory)
    assert same.site.tracer.current("render index") is not None


def test_metrics_keep_the_order_of_the_sheet(tmp_path: Path) -> None:
    """A computed figure stands where it is declared."""
    files = {"site.toml": SETTINGS, "content/ro/index.md": SHEET.replace("part: {D", "a: {D").replace("[part]", "[a]")}
    text = files["content/ro/index.md"].replace("DECLARED", "sum_of: [women, men]")
    before, women, rest = text.partition("  women:")
    files["content/ro/index.md"] = before + "  first: {sum_of: [women, men], label: Întâi}\n" + women + rest
    site = site_of(tmp_path, files)
    assert list(site.original("index").metrics) == ["first", "women", "men", "a"]


PROVEN = """---
title: Dovezi
sources:
  s: {title: Raport, lang: ro}
metrics:
  women: {value: 40, label: Femei, source: s, quote: "40 de femei"}
  men: {value: 50, label: Bărbați, source: s, quote: "50 de bărbați"}
  guessed: {value: 10, label: Alții}
  good: {sum_of: [women, men], label: Bun}
  better: {share_of: [women, good], label: Mai bun}
  bad: {sum_of: [women, guessed], label: Slab}
  own: {sum_of: [women, guessed], label: Cu dovadă, source: s, quote: "50 de oameni"}
  wrong: {sum_of: [women, men], label: Greșit, source: s, quote: "91 de oameni"}
---
Text.
"""


def test_a_result_is_proven_as_far_as_the_weakest_of_its_parts(tmp_path: Path) -> None:
    """A passage of its own proves it as well, and must say it."""
    site = site_of(tmp_path, {"site.toml": SETTINGS, "content/ro/index.md": PROVEN})
    proofs = {name: proof_of(site, "index", metric) for name, metric in site.original("index").metrics.items()}
    assert {name for name, proof in proofs.items() if proof is Proof.NONE} == {"guessed", "bad"}
    found = [problem.code for problem in check(tmp_path, Options()).problems if problem.code[0] == "Q"]
    assert found == ["Q401", "Q403"]

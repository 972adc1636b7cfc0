"""Every code is explained, and the page about problems says what the table says."""

import pickle
import re
from collections.abc import Callable, Mapping

import pytest

from factsheet.cli.explain import entry, manual
from factsheet.core.codes import CODES, FAMILIES, family, fix, keep_by, message, report
from factsheet.core.problems import Code, Place
from tests.support import ROOT

_REPORTED = re.compile(r"(?:report|BadValue|wrong|_told|finding)\(\s*\"([A-Z]\d{3})\"")
_FIELD = re.compile(r"\{(\w+)\}")


def test_the_page_about_problems_is_the_table() -> None:
    """docs/problems.md holds what `explain --all` writes."""
    assert manual() in (ROOT / "docs/problems.md").read_text(encoding="utf-8")


def test_every_code_in_use_is_in_the_table() -> None:
    """Each code that the engine reports has an entry."""
    used = {
        code
        for path in (ROOT / "factsheet").rglob("*.py")
        if "codes" not in path.parts
        for code in re.findall(r"\"([A-Z]\d{3})\"", path.read_text(encoding="utf-8"))
    }
    assert used - set(CODES) == set()
    assert len(used) > 50


def test_every_code_is_explained() -> None:
    """A code has a message, a way out, a meaning and an example, in one line each, and keeps to its family."""
    for code in CODES.values():
        texts = (code.message, code.fix, code.meaning, code.example, *code.variants.values())
        assert all(text and "\n" not in text and text == text.strip(" ") for text in texts), code.id
        assert not code.message.endswith("."), code.id
        assert code.meaning.endswith((".", ".”")), code.id
        assert re.fullmatch(r"[A-Z]\d{3}", code.id), code.id
        written = entry(code)
        assert all(part in written for part in (code.id, code.example)), code.id
        named = _FIELD.search(written.replace("{n}", "").replace("{example}", ""))
        assert not named or "{" in code.meaning + code.example, code.id


def test_families_do_not_share_codes() -> None:
    """A code stands in one family only, and its letter is that of its family alone."""
    assert {letter: {code[0] for code in family(letter)} for letter in FAMILIES} == {one: {one} for one in FAMILIES}
    assert len(CODES) == len(set(CODES)) > 290


def test_a_finding_fills_its_texts() -> None:
    """The values of a finding stand in its message and in the way out; a value is never filled in twice."""
    problem = report(
        "P201", Place("a.md"), metric="arrests", key="value", here="{there}", there="1209", other="b.md:1:1"
    )
    assert message(problem) == "value of arrests is {there}, but 1209 at b.md:1:1"
    assert fix(problem) == "remove the line here: a translation inherits it"
    with pytest.raises(KeyError):
        report("P201", Place("a.md"), variant="unknown")
    with pytest.raises(KeyError):
        report("X999", Place("a.md"))


def test_a_near_miss_chooses_the_way_out() -> None:
    """Where something is near, the fix asks for it; where nothing is, the fix is the usual one."""
    near = report("R507", Place("a"), near="presa", source="press")
    assert (near.variant, fix(near)) == ("suggest", "did you mean `presa`?")
    for nothing in (None, ""):
        far = report("R507", Place("a"), near=nothing, source="press")
        assert (far.variant, far.values) == ("", (("source", "press"),))


def test_what_is_kept_of_a_family_is_what_its_file_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever keeps it is given the bytes of the file, and how to read them; it comes back through pickle as it was."""
    kept: list[bytes] = []

    def keep(name: str, source: bytes, make: Callable[[], Mapping[str, Code]]) -> Mapping[str, Code]:
        assert source == (ROOT / f"factsheet/core/codes/{FAMILIES[name[-1]].lower()}.toml").read_bytes()
        kept.append(pickle.dumps(make()))
        found: Mapping[str, Code] = pickle.loads(kept[-1])  # noqa: S301 - of this test
        return found

    monkeypatch.setattr("factsheet.core.codes._keep", [])
    said = family.__wrapped__("O")
    keep_by(keep)
    assert family.__wrapped__("O") == said
    assert len(kept) == 1

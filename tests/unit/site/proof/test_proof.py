"""The report tells figures proven against the full text from those that are not."""

from pathlib import Path

from factsheet.builder.pipeline import Options, check
from factsheet.site.proof import Tally
from tests.proving import ARCHIVE, RO, SITE, spoiled
from tests.support import write_site


def proofs(root: Path, files: dict[str, str], sources: Path | None = None) -> Tally:
    """How many figures of a site are proven, and against what."""
    return check(write_site(root, files), Options(sources=sources)).proofs


def test_figures_are_counted_by_their_proof(tmp_path: Path) -> None:
    """With the archive all figures are proven in full, without it by their quote, without a quote not at all."""
    assert proofs(tmp_path / "a", {**SITE, "presa.txt": ARCHIVE}) == Tally(full=4)
    assert proofs(tmp_path / "b", dict(SITE)) == Tally(quote=4)
    fewer = spoiled(RO, ('    quote: "1.209 arestări"\n', ""), ("bound: over", "bound: about"))
    assert proofs(tmp_path / "c", fewer) == Tally(quote=2, none=2)
    altered = spoiled(RO, ('"patru operațiuni"', '"patru mari operațiuni"'))
    assert proofs(tmp_path / "d", {**altered, "presa.txt": ARCHIVE}) == Tally(full=3, none=1)
    assert Tally(full=3, quote=2, none=1).figures == 6


def test_a_named_folder_is_searched_by_name_then_digest_then_for_its_only_text(tmp_path: Path) -> None:
    """The archive may lie in any folder that is named, under its own name or as the one text there."""
    for number, names in enumerate((["presa.txt", "b.txt"], ["other.txt"], ["x.txt", "y.txt"])):
        folder = tmp_path / f"sources{number}"
        write_site(folder, {name: ARCHIVE if name != "b.txt" else "b" for name in names})
        expected = Tally(full=4) if number < 2 else Tally(quote=4)
        assert proofs(tmp_path / f"site{number}", dict(SITE), sources=folder) == expected

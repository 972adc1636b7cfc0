"""Figures that were published with another value."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.checks import restated as checking
from factsheet.checks.restated import published_figures, silent_changes
from factsheet.cli import main
from factsheet.content.model import Sheet
from factsheet.site.figures import Figure
from factsheet.site.site import Site
from tests.support import ROMANIAN, SMALL_SITE, run_here, said, write_site

WRONG = ROMANIAN.replace("1209", "1290").replace("1.209", "1.290")
PUBLISHED = (
    b'{"sheets": [{"path": "index", "figures": [{"id": "arrests", "kind": "count", "value": 1290, "as_of": null, '
    b'"number": "1.290", "text": "1.290 de arest\xc4\x83ri"}]}]}'
)


def _site(root: Path, text: str = ROMANIAN) -> Site:
    site = build(write_site(root, {**SMALL_SITE, "content/ro/index.md": text}), Options()).site
    assert site is not None
    return site


def test_a_value_that_was_published_differently(tmp_path: Path) -> None:
    """It is told at the value, with the correction ready to paste: the old words, and the figure by its name."""
    (found,) = silent_changes(_site(tmp_path), published_figures(PUBLISHED))
    told = said(found)
    assert told.startswith("content/ro/index.md:5:12: O722 arrests was published as “1.290 de arestări”")
    assert '`corrections: [{date: 2025-11-13, text: "Arestări: 1.290 de arestări → {{ arrests }}"}]`' in told


@pytest.mark.parametrize(
    "more",
    [
        "    as_of: 2025-11-01\n",
        '    history:\n      2024: {value: 1290, source: presa, quote: "1.290 în 2024"}\n',
    ],
)
def test_a_newer_figure_is_no_correction(tmp_path: Path, more: str) -> None:
    """A value of another day, or one whose old value stands in its history, has become another."""
    changed = ROMANIAN.replace("    label:", f"{more}    label:", 1)
    assert list(silent_changes(_site(tmp_path, changed), published_figures(PUBLISHED))) == []


@pytest.mark.parametrize("text", ["Arestări: 1.290 → {{ arrests }}.", "Scria 1.290."])
def test_a_correction_tells(tmp_path: Path, text: str) -> None:
    """A correction that names the figure, or the old number, is enough; the page and the feed show it filled in."""
    corrected = ROMANIAN.replace("title:", f'corrections: [{{date: 2025-11-14, text: "{text}"}}]\ntitle:', 1)
    result = build(write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": corrected}), Options())
    assert result.site is not None
    assert list(silent_changes(result.site, published_figures(PUBLISHED))) == []
    if "{{" in text:
        assert "Arestări: 1.290 → 1.209 arestări." in result.artifacts["ro/feed.xml"].decode()
        assert '"text":"Arestări: 1.290 → 1.209 arestări."' in result.artifacts["ro/index.html"].decode()
        assert '<dd>Arestări: 1.290 → <data class="figure" data-metric="arrests"' in (
            result.artifacts["ro/index.html"].decode()
        )


@pytest.mark.parametrize("data", [b"", b"[]", b'{"sheets": 1}', b'{"sheets": [{}]}'])
def test_a_damaged_file_says_nothing(data: bytes) -> None:
    """What is no list of figures is passed over."""
    assert published_figures(data) == {}


def test_values_are_compared_as_numbers(tmp_path: Path) -> None:
    """1209.0 is 1209; a span is compared end by end, and what is no number by its text."""
    site = _site(tmp_path)
    same = PUBLISHED.replace(b"1290,", b"1209.0,")
    assert list(silent_changes(site, published_figures(same))) == []
    span = PUBLISHED.replace(b'"value": 1290', b'"value": {"low": 1, "high": 2}')
    assert len(list(silent_changes(site, published_figures(span)))) == 1
    word = PUBLISHED.replace(b'"value": 1290', b'"value": "x"')
    assert len(list(silent_changes(site, published_figures(word)))) == 1


def test_build_and_check_compare_with_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in `public/` is compared until the new value is published."""
    root = ["--root", str(write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": WRONG}))]
    assert main(["build", "-q", *root]) == 0
    assert "O722" not in "".join(capsys.readouterr())
    write_site(tmp_path, SMALL_SITE)
    assert main(["check", *root]) == 0
    assert "O722 arrests was published as “1.290 de arestări”" in "".join(capsys.readouterr())
    assert main(["build", "-q", *root]) == 0
    assert "O722" in "".join(capsys.readouterr())
    main(["check", *root])
    assert "O722" not in "".join(capsys.readouterr())


def test_only_sheets_whose_data_changed_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build behind another tells of the figure that changed, and works out no figure of another sheet for that."""
    one = "---\ntitle: Una\nmetrics:\n  m: {value: 5, label: Cifra}\n---\nText {{ m }}.\n"
    write_site(tmp_path, {**SMALL_SITE, "content/ro/una.md": one})
    assert run_here("build", "--root", tmp_path).returncode == 0
    write_site(tmp_path, {"content/ro/una.md": one.replace("value: 5", "value: 6")})
    seen: list[str] = []

    def noted(figure: Figure, before: Mapping[str, Any], sheet: Sheet) -> bool:
        seen.append(sheet.path)
        return is_silent(figure, before, sheet)

    is_silent = checking._is_silent  # noqa: SLF001 - what looks at one figure
    monkeypatch.setattr(checking, "_is_silent", noted)
    assert "O722" in run_here("build", "--root", tmp_path).stdout
    assert seen == ["una"]

"""The releases of invented bodies in `examples/releases`: every figure that such texts print, in both languages."""

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from factsheet.checks.verify import read_back
from factsheet.core.problems import Severity

ROOT = Path(__file__).resolve().parents[2] / "examples/releases"


@pytest.fixture(scope="module")
def made() -> Mapping[str, bytes]:
    """The site, built without a word of warning and read back."""
    result = build(ROOT, Options())
    assert [str(one) for one in result.problems if one.severity is not Severity.NOTICE] == []
    return dict(result.artifacts)


def _text(made: Mapping[str, bytes], path: str) -> str:
    plain = made[path].decode().replace("\u00a0", " ").replace("\u2009", " ")
    return re.sub(r'</?span(?: class="nb")?>', "", plain)  # what keeps a line together


def test_every_figure_is_proven(made: Mapping[str, bytes]) -> None:
    """Each sheet says that all its figures were found in the full text of their sources."""
    for path, number in (("road-safety", 21), ("prices", 20), ("influenza", 18)):
        assert f">{number}/{number}<" in _text(made, f"en/{path}/index.html").replace(" ", "")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("ro/siguranta-rutiera", ["285 de accidente", "-6,7 %", "patru operațiuni", "circa 2,8 milioane de sancțiuni"]),
        ("en/road-safety", ["285 accidents", "-6.7%", "four operations", "about 2.8 million sanctions"]),
        ("ro/preturi", ["2,1 puncte procentuale", "septembrie 2024 – august 2025", "5,0641 lei"]),
        ("en/prices", ["2.1 percentage points", "September 2024 – August 2025", "5.0641 lei"]),
        ("ro/gripa", ["134 [125–145] de cazuri la 100.000 de copii", "72 % [64–79 %]", "1 h 30 min", "trei persoane"]),
        ("en/influenza", ["134 [125–145] cases per 100,000 children", "72% [64% – 79%]", "1 h 30 min", "three people"]),
    ],
)
def test_both_languages_show_each_figure(made: Mapping[str, bytes], path: str, shown: list[str]) -> None:
    """Signs, points, intervals, rates, durations and numbers in words stand as the language writes them."""
    text = _text(made, f"{path}/index.html")
    assert [one for one in shown if f">{one}<" not in text] == []


def test_machines_are_told_the_same(made: Mapping[str, bytes]) -> None:
    """The values of both languages are equal, earlier ones too."""
    values = [
        {
            one["id"]: one["value"]
            for sheet in json.loads(made[f"{tag}/figures.json"])["sheets"]
            for one in sheet["figures"]
        }
        for tag in ("ro", "en")
    ]
    assert values[0] == values[1]
    assert values[0]["test"] == "PT1H30M"
    rows = list(csv.DictReader(io.StringIO(made["en/road-safety/history.csv"].decode("utf-8-sig"))))
    assert [(row["when"], row["value"]) for row in rows] == [("2022", "4602"), ("2023", "4410"), ("2024", "4235")]


def test_the_published_site_is_verified(made: Mapping[str, bytes]) -> None:
    """Ranks, durations, changes without their sign and earlier values read back to their values."""
    assert read_back(made) == []
    page = made["en/road-safety/index.html"].decode()
    for old, new in (("4th", "5th"), ("4,410 accidents", "4,401 accidents"), ('"value":4410', '"value":4401')):
        assert old in page
        assert read_back({**made, "en/road-safety/index.html": page.replace(old, new).encode()}) != []


def test_earlier_values_stand_on_the_page(made: Mapping[str, bytes]) -> None:
    """They stand with the figure, in the order of time, in the words of each language."""
    assert "Valori anterioare: <time" in _text(made, "ro/siguranta-rutiera/index.html")
    assert ">Apr 2025</time>: <data" in _text(made, "en/prices/index.html")

"""The example in eleven languages: each figure is written as its language writes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.polyglot import data, icu, texts, values
from tests.support import ROOT, run_cli, run_here

EXAMPLE = ROOT / "examples/languages"
TAGS = ("ro", "en", "fr", "es", "pl", "ar", "fa", "ja", "zh", "hi", "sw")
N, T, LRM, RLM, ZWNJ = "\u00a0", "\u202f", "\u200e", "\u200f", "\u200c"

TEXTS = {
    "ro": {
        "stations": "1.209 stații de măsurare",
        "volunteers": "peste 17 mii de voluntari",
        "readings": "1,5 miliarde de măsurători",
        "photographs": "999.999 de fotografii",
        "polluted": f"12,5{N}%",
        "cost": f"97 de milioane{N}USD",
        "damage": "peste 678 de milioane de dolari",
        "bank": "2.450 de kilometri",
        "coldest": "-5 grade Celsius",
        "published": "13 noiembrie 2025",
        "period": "2024–2025",
        "founded": "2023",
    },
    "en": {
        "stations": "1,209 measuring stations",
        "volunteers": "over 17 thousand volunteers",
        "readings": "1.5 billion readings",
        "polluted": "12.5%",
        "cost": "$97 million",
        "damage": "over $678 million",
        "team-size": "3–5 people",
    },
    "fr": {
        "stations": f"1{T}209 stations de mesure",
        "volunteers": "plus de 17 mille bénévoles",
        "readings": "1,5 milliard de mesures",
        "photographs": f"999{T}999 photos",
        "polluted": f"12,5{N}%",
        "cost": f"97 millions{N}$US",
        "damage": "plus de 678 millions de dollars",
        "bank": f"2{T}450{N}kilomètres",
    },
    "es": {
        "stations": "1209 estaciones de medición",
        "readings": "1,5 mil millones de mediciones",
        "photographs": "999.999 fotografías",
        "damage": "más de 678 millones de dólares",
        "bank": "2450 kilómetros",
        "published": "13 de noviembre de 2025",
    },
    "pl": {
        "stations": "1209 stacji pomiarowych",
        "volunteers": "ponad 17 tysięcy wolontariuszy",
        "readings": "1,5 miliarda pomiarów",
        "photographs": f"999{N}999 zdjęć",
        "cost": f"97 milionów{N}USD",
        "published": "13 listopada 2025",
    },
    "ar": {
        "stations": "1,209 محطات قياس",
        "volunteers": "أكثر من 17 ألف متطوع",
        "readings": "1.5 مليار قراءة",
        "polluted": f"12.5{LRM}%{LRM}",
        "coldest": f"{LRM}-5 درجة مئوية",
        "cost": f"{RLM}97 مليون{N}US$",
        "damage": "أكثر من 678 مليون دولار",
    },
    "fa": {
        "stations": f"۱٬۲۰۹ ایستگاه اندازه{ZWNJ}گیری",
        "volunteers": "بیش از ۱۷ هزار داوطلب",
        "readings": f"۱٫۵ میلیارد اندازه{ZWNJ}گیری",
        "polluted": "۱۲٫۵٪",
        "coldest": f"{LRM}−۵ درجهٔ سلسیوس",
        "cost": f"{LRM}$۹۷ میلیون",
        "published": "۱۳ نوامبر ۲۰۲۵",
        "period": "۲۰۲۴ تا ۲۰۲۵",
        "founded": "۲۰۲۳",
    },
    "ja": {
        "stations": "測定地点1,209か所",
        "volunteers": "ボランティア1.7万人超",
        "readings": "測定値15億件",
        "cost": "$9700万",
        "damage": "6.78億ドル超",
        "published": "2025年11月13日",
    },
    "zh": {
        "stations": "1,209个监测站",
        "volunteers": "超过1.7万名志愿者",
        "readings": "15亿个读数",
        "cost": "US$9700万",
        "damage": "超过6.78亿美元",
        "published": "2025年11月13日",
    },
    "hi": {
        "stations": "1,209 माप केंद्र",
        "volunteers": "17 हज़ार स्वयंसेवकों से अधिक",
        "readings": "1.5 अरब माप",
        "photographs": "9,99,999 तस्वीरें",
        "cost": "$9.7 करोड़",
        "damage": "67.8 करोड़ डॉलर से अधिक",
    },
    "sw": {
        "stations": "vituo 1,209 vya kupimia",
        "volunteers": "zaidi ya watu elfu 17 wa kujitolea",
        "readings": "vipimo bilioni 1.5",
        "cost": f"US${N}milioni 97",
        "damage": "zaidi ya dola milioni 678",
        "bank": "kilomita 2,450",
    },
}

SHORT = {"ro": f"1,5{N}mld.", "en": "1.5B", "fr": f"1,5{N}Md", "es": f"1500{N}M", "ja": "15億", "zh": "15亿"}
"""The readings, 1.5 thousand millions, as short as each language has them."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as the command line publishes it, each figure read back from its pages."""
    folder = tmp_path_factory.mktemp("languages") / "public"
    done = run_cli("build", "--root", EXAMPLE, "--output", folder, "--no-cache", "--verify")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_example_is_clean() -> None:
    """Every figure of the example is proven against its report, every translation current, every word translated."""
    done = run_here("check", "--strict", "--root", EXAMPLE, "--all")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "No problems found." in said
    assert "13 figures: 13 proven against the full text" in said


@pytest.mark.parametrize("tag", TAGS)
def test_every_figure_is_written_as_its_language_writes_it(output: Path, tag: str) -> None:
    """Page, CSV and JSON say the same: digits, separators, scale word, noun, money and marks of the language."""
    said = texts(output, tag)
    assert {name: said[name] for name in TEXTS[tag]} == TEXTS[tag]


@pytest.mark.parametrize("tag", TAGS)
def test_numbers_are_those_of_icu(output: Path, tag: str) -> None:
    """The numbers alone, all their digits and their scale words are what ICU writes from the same CLDR."""
    said = data(output, tag)
    assert {
        "stations": said["stations"]["number"],
        "volunteers": said["volunteers"]["number"],
        "readings": said["readings"]["number"],
        "readings.full": said["readings"]["full"],
        "readings.short": said["readings"]["short"],
        "damage": said["damage"]["number"],
        "photographs": said["photographs"]["full"],
    } == {
        "stations": icu(tag, "decimal", "1209"),
        "volunteers": icu(tag, "compact-long", "17000"),
        "readings": icu(tag, "compact-long", "1500000000"),
        "readings.full": icu(tag, "decimal", "1500000000"),
        "readings.short": icu(tag, "compact-short", "1500000000"),
        "damage": icu(tag, "compact-long", "678000000"),
        "photographs": icu(tag, "decimal", "999999"),
    }


@pytest.mark.parametrize("tag", SHORT)
def test_short_forms(output: Path, tag: str) -> None:
    """The short form is the abbreviation that the language has, and not the English one."""
    assert data(output, tag)["readings"]["short"] == SHORT[tag]


def test_machines_are_told_the_same_in_every_language(output: Path) -> None:
    """The machine values are plain numbers, equal in all languages, whatever digits a reader sees."""
    first = values(output, "en")
    assert first["readings"] == "1500000000"
    assert first["coldest"] == "-5"
    assert first["team-size"] == "3/5"
    assert first["published"] == "2025-11-13"
    assert [tag for tag in TAGS if values(output, tag) != first] == []


def test_figures_run_with_the_page(output: Path) -> None:
    """Arabic and Persian pages run from right to left and set each figure apart; the others do neither."""
    pages = dict(_pages(output))
    assert {tag for tag, page in pages.items() if ' dir="rtl"' in page.partition("<head>")[0]} == {"ar", "fa"}
    assert {tag for tag, page in pages.items() if '<bdi dir="rtl"><data class="figure"' in page} == {"ar", "fa"}


def _pages(output: Path) -> Iterator[tuple[str, str]]:
    for tag in TAGS:
        yield tag, (output / tag / "index.html").read_text("utf-8")

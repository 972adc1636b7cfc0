"""The time in which a sentence puts a figure is one of its declaration or of the text of its source."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.checks.timed import led
from factsheet.l10n.cldr import locale
from tests.support import write_site

_SOURCE = """Raportul portului pe 2025.

În port lucrează 2.140 de angajați. Prin terminal au trecut 412.600 de containere. Dana 7 s-a deschis la 04.05.2019.
"""
_FRONT = """---
title: {title}
summary: Un an în port.
sources:
  port: {{title: Raport anual, date: 2026-02-10, lang: ro, file: sources/port.txt}}
metrics:
  staff:
    value: 2140
    label: Angajați
    unit: {{one: "{{n}} angajat", few: "{{n}} angajați", other: "{{n}} de angajați"}}
    source: port
    quote: "În port lucrează 2.140 de angajați"
  boxes:
    value: 412600
    label: Containere
    unit: {{one: "{{n}} container", few: "{{n}} containere", other: "{{n}} de containere"}}
    as_of: {as_of}
    source: port
    quote: "au trecut 412.600 de containere"
---
"""
_ENGLISH = """---
title: The port
summary: A year in the port.
metrics:
  staff: {label: Employees, unit: {one: "{n} employee", other: "{n} employees"}}
  boxes: {label: Containers, unit: {one: "{n} container", other: "{n} containers"}}
---
"""


def _told(
    root: Path, ro: str, en: str, *, title: str = "Portul", as_of: str = "2025", text: str = _SOURCE
) -> list[str]:
    files = {
        "site.toml": 'reference = "ro"\n',
        "sources/port.txt": text,
        "content/ro/index.md": _FRONT.format(title=title, as_of=as_of) + ro + "\n",
        "content/en/index.md": _ENGLISH + en + "\n",
    }
    found = check(write_site(root, files), Options()).problems
    return [dict(one.values)["year"] for one in found if one.code == "S327" and one.variant == "source"]


@pytest.mark.parametrize(
    ("ro", "en", "told"),
    [
        ("În 2020 portul avea {{ staff }}.", "In 2020 the port had {{ staff }}.", ["2020", "2020"]),
        ("Până în 2030 vor fi {{ staff }}.", "By 2030 there will be {{ staff }}.", ["2030", "2030"]),
        ("În iulie au trecut {{ boxes }}.", "In July {{ boxes }} passed.", ["July", "iulie"]),
        ("În sezonul de vară au trecut {{ boxes }}.", "In summer {{ boxes }} passed.", ["summer", "vară"]),
        ("Au trecut {{ boxes }} în iulie.", "There passed {{ boxes }} in July.", ["July", "iulie"]),
        ("În 2025 portul avea {{ staff }}.", "In 2025 the port had {{ staff }}.", []),
        ("În 2019 portul avea {{ staff }}.", "In 2019 the port had {{ staff }}.", []),
        ("În mai au trecut {{ boxes }}.", "In May {{ boxes }} passed.", []),
        ("În primăvară au trecut {{ boxes }}.", "In spring {{ boxes }} passed.", []),
        ("În 2020 primarul de atunci lăuda pe cei {{ staff }}.", "In 2020 a mayor there praised the {{ staff }}.", []),
        ("Ca în 2020, portul are {{ staff }}.", "The port still has {{ staff }}.", []),
        ("Sunt {{ staff }}, mai mulți decât în 2020.", "There are {{ staff }}, more than in 2020.", []),
    ],
)  # fmt: skip
def test_a_time_that_the_source_never_names_is_told(tmp_path: Path, ro: str, en: str, told: list[str]) -> None:
    """A year, a month or a season stands in the text of the source in some form, or it cannot be of the figure."""
    assert sorted(_told(tmp_path, ro, en)) == told


@pytest.mark.parametrize(
    ("title", "as_of", "text"),
    [
        ("Portul în iulie", "2025", _SOURCE),
        ("Portul", "2025-07", _SOURCE),
        ("Portul", "2025-Q3", _SOURCE),
        ("Portul", "2025", _SOURCE.replace("04.05", "04.07")),
    ],
)
def test_a_sheet_may_say_of_what_time_its_figures_are(tmp_path: Path, title: str, as_of: str, text: str) -> None:
    """The title of the sheet, `as_of` and the dates of the source name a month as well as its text does."""
    ro = "În iulie au trecut {{ boxes }}."
    assert "iulie" not in _told(tmp_path, ro, "There passed {{ boxes }}.", title=title, as_of=as_of, text=text)


def test_nothing_is_told_without_the_text_of_the_source(tmp_path: Path) -> None:
    """A passage alone names few times, and the one of a sentence may stand beside it."""
    site = write_site(
        tmp_path,
        {
            "site.toml": 'reference = "ro"\n',
            "content/ro/index.md": _FRONT.format(title="Portul", as_of=2025) + "În 2020 erau {{ staff }}.\n",
        },
    )
    assert "S327" not in {one.code for one in check(site, Options()).problems}


@pytest.mark.parametrize(
    ("tag", "text", "is_led"),
    [
        ("en", "In the summer", True),
        ("en", "By 2030", True),
        ("en", "In the port", False),
        ("ro", "Din iulie", True),
        ("ro", "la vară", False),
    ],
)
def test_what_may_be_a_time_is_seen_at_once(tag: str, text: str, *, is_led: bool) -> None:
    """A text without a preposition before a year, a month or a season is looked at no further."""
    assert (led(locale(tag)).search(text) is not None) is is_led

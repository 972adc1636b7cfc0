"""The words around a figure leave it what it is."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found, place, problems, told


def after(file: str, sentence: str) -> dict[str, str]:
    """The site with one more sentence in one language."""
    return {**SITE, file: f"{SITE[file]}\n{sentence}\n"}


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (EN, "It is {{ arrests.number }}.000 now."),
        (EN, "It is {{ arrests.number }},000 now."),
        (EN, "It is 2{{ arrests.number }} now."),
        (EN, "It is {{ arrests.number }} million now."),
        (EN, "Nearly {{ arrests }} were made."),
        (EN, "It is +{{ arrests.number }} now."),
        (EN, "It is {{ arrests.number }}× that now."),
        (EN, "Over {{ victims }} were found."),
        (RO, "Peste {{ victims }} au fost găsite."),
        (EN, "Over {{ arrests }} were made."),
        (EN, "About {{ victims.number }} were found."),
        (EN, "It is €{{ recovered.number }} now."),
        (EN, "It is €{{ recovered }} now."),
        (EN, "It is ${{ recovered }} now."),
        (EN, "It is {{ recovered.number }} euros now."),
        (EN, "It is −{{ arrests }} now."),
        (EN, "It is −&nbsp;{{ arrests }} now."),
        (EN, "It is not quite {{ arrests }} now."),
        (EN, "It is {{ recovered }} (euros) now."),
        (EN, "It is minus {{ arrests }} now."),
        (EN, "It is {{ arrests.number }}% now."),
        (EN, "It is {{ arrests.number }} per cent now."),
        (EN, "It is {{ arrests.number }}² now."),
        (EN, "It is {{ arrests.number }}½ now."),
        (EN, "It is {{ arrests.number }} hundred now."),
        (EN, "It is {{ arrests.number }} dozen now."),
        (EN, "It is {{ arrests.number }} miles now."),
        (EN, "It is {{ arrests.number }}e3 now."),
        (EN, "It is {{ arrests.number }}x now."),
        (EN, "It is {{ operations.number }}{{ arrests.number }} now."),
        (EN, "It is {{ operations.number }}:30 now."),
        (EN, "Below {{ victims }} came."),
        (EN, "It is {{ victims }} or fewer."),
        (RO, "Sunt {{ arrests.number }} sute acum."),
        (RO, "Sunt {{ recovered.number }} de euro."),
        (RO, "Sub {{ victims }} au venit."),
        (RO, "Sunt {{ arrests.number }} mii acum."),
        (RO, "Au fost aproape {{ arrests }}."),
    ],
)
def test_what_changes_a_figure_is_an_error_at_its_reference(tmp_path: Path, file: str, sentence: str) -> None:
    """Digits, scale words and bounds beside a figure are reported where the figure is mentioned."""
    files = after(file, sentence)
    line = place(files[file], sentence).partition(":")[0]
    column = sentence.index("{{") + 1
    assert f"S305 {file}:{line}:{column}" in found(tmp_path, files)


@pytest.mark.parametrize(
    "sentence",
    [
        "All {{ arrests }} in 2024, 2025 and since.",
        "Of {{ victims }}, {{ arrests }} and {{ recovered }}: {{ operations }}.",
        "The {{ arrests.label }} ({{ arrests.number }}); a {{ recovered.short }} haul.",
        "In 2024 {{ arrests }} and, in May 2025, {{ operations }}.",
        "From {{ operations.number }} to {{ arrests.number }}.",
    ],
)
def test_what_leaves_it_alone_is_in_order(tmp_path: Path, sentence: str) -> None:
    """Years, other figures, punctuation and words of no number beside a figure change nothing."""
    assert [one for one in found(tmp_path, after(EN, sentence)) if one[:4] == "S305"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Half of {{ victims }} came.",
        "Ten times {{ arrests }} came.",
        "There were no {{ arrests }} then.",
        "There were {{ victims.number }} victims.",
        "There were {{ arrests.number }} victims.",
        "It exceeded {{ arrests }} then.",
    ],
)
def test_what_may_change_a_figure_is_a_warning(tmp_path: Path, sentence: str) -> None:
    """A part or a multiple, a negation, a bound left out and the noun of another metric are right as often as wrong."""
    told = [one for one in problems(tmp_path, after(EN, sentence)) if one.code in {"S305", "S306"}]
    assert [(one.code, one.severity.value) for one in told] == [("S306", "warning")]


@pytest.mark.parametrize(
    ("label", "who", "codes"),
    [
        ("Arrests", "No raid", ["S305"]),
        ("Smallest raid", "No raid", ["S306"]),
        ("Median raid", "No raid", ["S306"]),
        ("Median raid", "Half of the raids", []),
    ],
)
def test_an_end_is_a_limit_of_all(tmp_path: Path, label: str, who: str, codes: list[str]) -> None:
    """No raid has fewer arrests than the smallest, and half have fewer than the median: what the label names."""
    files = after(EN, f"{who} had fewer than {{{{ arrests }}}}.")
    files[EN] = files[EN].replace("label: Arrests", f"label: {label}")
    assert [one.code for one in problems(tmp_path, files) if one.code in {"S305", "S306"}] == codes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There were {{ operations.number }} operations a day.", False),
        ("There were {{ operations.number }} operations a month.", True),
        ("There were {{ operations.number }} operations.", False),
        ("There were {{ operations }}.", False),
    ],
)
def test_a_rate_is_per_what_it_is_declared(tmp_path: Path, sentence: str, expected: bool) -> None:  # noqa: FBT001
    """Where the number of a rate stands alone, the sentence says the same denominator, or none."""
    files = {**after(EN, sentence), RO: SITE[RO].replace("    value: 4\n", "    value: 4\n    per: day\n")}
    assert any(one.startswith(f"S305 {EN}") for one in found(tmp_path, files)) is expected


def test_a_finding_says_what_was_read(tmp_path: Path) -> None:
    """The message has the reading beside the figure."""
    [text] = [text for text in told(tmp_path, after(EN, "It is €{{ recovered.number }} now.")) if "S305" in text]
    assert "reads as 97,000,000 EUR, but it is 97,000,000" in text


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        (
            "| A | B |\n|---|---|\n| Arrests | {{ operations.number }} |\n| Operations | {{ arrests.number }} |",
            2,
        ),
        ("| | |\n|---|---|\n| Arrests | {{ operations.number }} |", 1),
        ("| Name | Number |\n|---|---|\n| Arrests | {{ arrests.number }} |\n| Others | {{ victims.number }} |", 0),
        ("| Arrests | Share |\n|---|---|\n| Arrests | {{ victims }} |", 0),
        ("Arrests: {{ operations.number }}.", 1),
        ("Arrests: {{ arrests.number }}, {{ operations.number }} of them abroad.", 0),
        ("Arrests: {{ operations }}.", 0),
    ],
)
def test_a_bare_number_is_of_what_stands_before_it(tmp_path: Path, sentence: str, metrics: int) -> None:
    """The first cell of a row, or the words before a colon, may not name another figure than a number without noun."""
    files = {**SITE, EN: f"{SITE[EN]}\n{sentence}\n"}
    assert [one[:4] for one in found(tmp_path, files) if one.startswith("S311")] == ["S311"] * metrics


@pytest.mark.parametrize(
    ("head", "label", "told"),
    [
        ("Thousands", "Arrests", ["S314"]),
        ("Euros", "Arrests", ["S314"]),
        ("%", "Arrests", ["S314"]),
        ("In 2025", "Arrests", []),
        ("In 2025", "Arrests (thousands)", ["S314"]),
        ("In 2025", "Arrests (in Africa)", []),
    ],
)
def test_a_heading_says_the_unit_of_the_figure(tmp_path: Path, head: str, label: str, told: list[str]) -> None:
    """A scale, a currency or a percent sign in the heading of a column, or in a label, is that of the figure."""
    table = "\n| What | {} |\n|---|---|\n| All | {{{{ arrests.number }}}} |\n"
    english = SITE[EN].replace("label: Arrests", f"label: {label}") + table.format(head)
    site = {**SITE, EN: english, RO: SITE[RO] + table.format("În 2025")}
    assert [one.split()[0] for one in found(tmp_path, site) if one.startswith("S3")] == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("In thousands, there were {{ arrests.number }}.", ["S314"]),
        ("Much came. In euros, it came to {{ recovered }}.", ["S314"]),
        ("In dollars, it came to {{ recovered }}.", []),
        ("In Kenya, there were {{ arrests }}.", []),
        ("In millions of homes, {{ arrests }} are known.", []),
    ],
)
def test_what_opens_a_sentence_is_said_of_its_figures(tmp_path: Path, sentence: str, told: list[str]) -> None:
    """A scale, a currency or a unit before the first comma holds for what follows it."""
    assert [one[:4] for one in found(tmp_path, after(EN, sentence))] == told

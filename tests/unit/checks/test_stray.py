"""No figure is typed into a text."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.codes import fix
from tests.proving import EN, RO, SITE, found, place, problems, spoiled, told
from tests.support import write_site


def after(sentence: str) -> dict[str, str]:
    """The site with one more English sentence."""
    return {**SITE, EN: f"{SITE[EN]}\n{sentence}\n"}


def strays(root: Path, files: dict[str, str]) -> list[str]:
    """The findings about typed figures."""
    return [one for one in found(root, files) if one[0] == "S"]


def test_a_typed_figure_is_found_at_its_column(tmp_path: Path) -> None:
    """A numeral in running text is an error at the numeral itself, markup before it or not."""
    files = after("There is [a **link**](https://example.org/17) and `x = 17`, then *some* 17 cases.")
    line = place(files[EN], "There is").partition(":")[0]
    column = files[EN].splitlines()[int(line) - 1].index("17 cases") + 1
    assert strays(tmp_path, files) == [f"S301 {EN}:{line}:{column}"]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("The answer is `404`.", ["S308"]),
        ("`1,290` arrests.", ["S301"]),
        ("<kbd>1290</kbd> arrests.", ["S301"]),
        ("`x = 1290` arrests.", []),
        ("`1,290 arrests`", ["S301"]),
        ("    1290 arrests", ["S301"]),
        ("`arrests: 1290`", ["S301"]),
        ("`1.5 million euros`", ["S308"]),
        ("`200 OK`, `404 Not Found`, `3 passed` and `10 GOTO 20`", []),
        ("1290. arrests", ["S301"]),
        ("15. Somebody calls.\n16. Arrests follow, and victims.", []),
        ("1. A man calls.\n2. Arrests follow.", []),
        ("3. October 1990 was the day.", []),
        ("- 2\n\n  A paragraph of 40 words.", ["S301", "S301"]),
    ],
)
def test_numbers_of_code_and_lists_are_read(tmp_path: Path, sentence: str, codes: list[str]) -> None:
    """Code that says only a number is a figure before the noun of a metric; numbers of items are read as shown."""
    assert [one[:4] for one in strays(tmp_path, after(sentence))] == codes


def test_a_figure_that_equals_a_metric_is_offered_its_reference(tmp_path: Path) -> None:
    """The way out names the reference and the place of the metric."""
    files = after("There were 1,209 arrests.")
    [problem] = [one for one in problems(tmp_path, files) if one.code == "S301"]
    assert fix(problem).startswith("write `{{ arrests }}`")
    assert RO in fix(problem)


def test_money_must_be_of_the_same_currency_to_be_offered(tmp_path: Path) -> None:
    """97 million euros are not the metric of 97 million dollars."""
    offered = {
        words: [fix(one) for one in problems(tmp_path, after(words)) if one.code == "S301"]
        for words in ("It was $97 million.", "It was €97 million.", "It was 97 million dollars.")
    }
    assert ["recovered" in text for texts in offered.values() for text in texts] == [True, False, True]


def test_a_number_in_the_style_of_another_language_is_said_so(tmp_path: Path) -> None:
    """1.209 in English looks like 1,209 written the Romanian way."""
    assert any(
        "“1.209” in English text looks like 1,209 written the way of Română" in text
        for text in told(tmp_path, after("There were 1.209 cases."))
    )


def test_number_words_equal_to_a_metric_are_a_notice(tmp_path: Path) -> None:
    """“Four operations” is noticed, “four weeks” is not."""
    noticed = after("It took four weeks and four major operations.")
    [problem] = [one for one in problems(tmp_path, noticed) if one.code == "S302"]
    assert problem.severity.value == "notice"
    assert str(problem.place) == f"{EN}:{place(noticed[EN], 'four major')}"


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019, on 3 May 2020 and at 12:30.",
        "See section 12 of Directive 2016/679, version 2.1.3.",
        "The G20 met 24/7 in room `404`.",
        "Serengeti 2.0 again.",
        "Call +40 21 123 4567 or write to a1209@example.org.",
    ],
)
def test_names_and_dates_are_left_alone(tmp_path: Path, sentence: str) -> None:
    """Years, dates, times, labels, versions, codes, literals and addresses are no figures."""
    assert strays(tmp_path, after(sentence)) == []


def test_a_year_that_counts_something_is_a_figure(tmp_path: Path) -> None:
    """2019 before the noun of a metric's unit is a typed figure, and so is “over 2019”."""
    assert len(strays(tmp_path, after("There were 2019 arrests."))) == 1
    assert len(strays(tmp_path, after("There were over 2019 of them."))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Example", "title: 17 examples"),
        ("label: Arrests", "label: 17 arrests"),
        ('other: "{n} arrests"', 'other: "{n} arrests in 17 countries"'),
    ],
)
def test_front_matter_is_read_too(tmp_path: Path, old: str, new: str) -> None:
    """A figure typed into a title, a label or a unit is found at its key."""
    found_here = strays(tmp_path, spoiled(EN, (old, new)))
    assert [one.partition(":")[0] for one in found_here] == [f"S301 {EN}"]


def test_an_age_in_a_label_tells_whom_it_is_of(tmp_path: Path) -> None:
    """A class of ages in a label raises no alarm; in a text it is a notice."""
    assert strays(tmp_path, spoiled(EN, ("label: Arrests", "label: Arrests of people aged 15–49"))) == []
    assert [one[:4] for one in strays(tmp_path / "b", after("These were people aged 15–49."))] == ["S309", "S309"]


def test_corrections_may_name_figures_as_they_were(tmp_path: Path) -> None:
    """A note about a corrected mistake may say the wrong number."""
    files = spoiled(RO, ("literals:", "corrections:\n  - {date: 2025-12-01, text: Scria 1.290.}\nliterals:"))
    files[EN] = SITE[EN].replace("---\nThe", "corrections:\n  - {date: 2025-12-01, text: 'It said 1,290.'}\n---\nThe")
    assert found(tmp_path, files) == []


def test_a_literal_in_vain_is_a_warning(tmp_path: Path) -> None:
    """A literal that stands in no language's text is reported at its own place."""
    files = spoiled(RO, ('["Serengeti 2.0"]', '["Serengeti 2.0", "Apollo 13"]'))
    assert found(tmp_path, files) == [f"S304 {RO}:{place(files[RO], chr(34) + 'Apollo 13')}"]


def test_a_literal_does_not_hide_a_longer_number(tmp_path: Path) -> None:
    """The literal “2.0” inside 2.05 covers nothing."""
    files = after("It grew Serengeti 2.05 times.")
    assert len(strays(tmp_path, files)) == 1


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("There were 1850 arrests.", "S301"),
        ("About 1850 phones rang.", "S301"),
        ("No. 1290 arrests were made.", "S301"),
        ("At 12:09 arrests began.", "S301"),
        ("There were ½ of them.", "S301"),
        ("There were ⑫ of them.", "S301"),
        ("There were １２９０ arrests.", "S301"),
        ("| A | B |\n|---|---|\n| x | 1850 |", "S301"),
        ("Two thousand arrests were made.", "S307"),
        ("A dozen arrests were made.", "S307"),
        ("Two arrests were made abroad.", "S308"),
        ("The 900th arrest was the last.", "S308"),
        ("The 1290th arrest was the last.", "S307"),
        ("The 120,001st victim wrote.", "S308"),
        ("Half a million bees live here.", "S308"),
        ("It took 2024 phones. 2024 phones rang.", "S308"),
        ("There were XIX arrests.", "S308"),
        ("There were 3/4 arrests.", "S301"),
        ("In the last 10 years it grew.", "S309"),
        ("People over 65 were asked.", "S309"),
    ],
)
def test_numbers_of_every_shape_are_found(tmp_path: Path, sentence: str, code: str) -> None:
    """A known noun beats every mask; words, signs and doubts have codes of their own."""
    assert code in {one[:4] for one in strays(tmp_path, after(sentence))}


@pytest.mark.parametrize(
    "sentence",
    [
        "Compared with 2024, arrests fell.",
        "By mid-2024, in the 1990s and in 2023–24 it grew.",
        "On 27 and 29 May 2024, and from August 13 to 15.",
        "Type 2 diabetes, COP21, Windows 11, SDG 3.3, the S&P 500, a 501(c)(3) charity.",
        "| Year | B |\n|---|---|\n| 2024 | x |",
        "| A | Year |\n|---|---|\n| x | 2024 |",
        "Of every hundred thousand people few are told; deaths per one million fell; thousands came.",
    ],
)
def test_years_and_names_of_fact_sheets_are_left_alone(tmp_path: Path, sentence: str) -> None:
    """A year in a year's place and a number in a name are no figures."""
    assert strays(tmp_path, after(sentence)) == []


def test_a_literal_may_not_cover_a_count(tmp_path: Path) -> None:
    """A literal over the noun of a metric is a warning at the literal."""
    files = spoiled(RO, ('["Serengeti 2.0"]', '["Serengeti 2.0", "87 arrests"]'))
    files[EN] = f"{SITE[EN]}\nOthers say 87 arrests.\n"
    assert [one.partition(" ")[0] for one in found(tmp_path, files)] == ["S310"]


def test_a_wrong_number_in_words_names_the_metric(tmp_path: Path) -> None:
    """The message says what was read and what the metric is."""
    [text] = [one for one in told(tmp_path, after("Two thousand arrests were made.")) if one.startswith("S307")]
    assert "“Two thousand” says 2,000, but arrests is 1,209" in text


@pytest.mark.parametrize(
    ("term", "codes"),
    [
        ("type* 12", []),
        ("12", []),
        ("type 13", ["S301"]),
        ("12 arrests", ["S301", "S310"]),
    ],
)
def test_terms_of_the_site_are_names_in_all_sheets(tmp_path: Path, term: str, codes: list[str]) -> None:
    """A star behind a letter is any ending; a term that covers what a metric counts is told, and one in vain is not."""
    files = after("It has typed 12 of its many ways." if "arrests" not in term else "It saw 12 arrests, and 7 ways.")
    files["site.toml"] = f'{SITE["site.toml"]}terms = ["{term}"]\n'
    assert sorted(one[:4] for one in strays(tmp_path, files)) == codes


def test_terms_are_a_list_of_texts(tmp_path: Path) -> None:
    """Anything else is refused at its line."""
    settings = SITE["site.toml"] + "terms = [12]\n"
    told = [str(one.place) for one in check(write_site(tmp_path, {**SITE, "site.toml": settings}), Options()).problems]
    assert told == ["site.toml:4:9"]

"""Both languages mention the same figures in the same places."""

from pathlib import Path

import pytest

from tests.proving import EN, RO, SITE, found, place, spoiled, told


def test_a_site_in_step_has_no_findings(tmp_path: Path) -> None:
    """Nothing is said of a site whose languages agree and whose figures are proven."""
    assert found(tmp_path, {**SITE, "presa.txt": "x"}) != []
    assert found(tmp_path / "two", SITE) == []


def test_a_lost_mention_is_found_where_it_should_be(tmp_path: Path) -> None:
    """A metric that only the original mentions is reported at the block of the translation."""
    files = spoiled(EN, (": {{ arrests }}.", "."))
    assert found(tmp_path, files) == [f"P203 {EN}:{place(files[EN], 'The results')}"]


def test_a_mention_too_many_is_found_in_the_original(tmp_path: Path) -> None:
    """A metric that only the translation mentions is reported where the original lacks it."""
    files = spoiled(RO, (": {{ arrests }}.", "."))
    assert found(tmp_path, files) == [f"P203 {RO}:{place(files[RO], 'Bilanțul')}"]
    assert f"{EN}:{place(files[EN], '{{ arrests }}')}" in told(tmp_path, files)[0]


def test_exchanged_figures_are_found_in_both_blocks(tmp_path: Path) -> None:
    """Two metrics that changed places are reported at each of them."""
    files = spoiled(
        EN, ("{{ victims }}", "{{ x }}"), ("{{ recovered }}", "{{ victims }}"), ("{{ x }}", "{{ recovered }}")
    )
    assert found(tmp_path, files) == [
        f"P207 {EN}:{place(files[EN], '{{ recovered }}')}",
        f"P207 {EN}:{place(files[EN], '{{ victims }}')}",
    ]


def test_a_label_is_no_figure(tmp_path: Path) -> None:
    """A mention of a metric's name alone need not have its equal."""
    files = spoiled(EN, ("goes on.", "goes on: {{ arrests.label }}."))
    assert found(tmp_path, files) == []


def test_another_order_within_a_block_is_a_doubt(tmp_path: Path) -> None:
    """A translation that mentions the figures of a block in another order may have exchanged them: a warning."""
    files = spoiled(RO, ("{{ arrests }}.", "{{ arrests }}, {{ victims }}."))
    files[EN] = SITE[EN].replace("{{ arrests }}.", "{{ victims }}, {{ arrests }}.")
    assert found(tmp_path, files) == [f"P208 {EN}:{place(files[EN], '{{ victims }}')}"]


def test_a_mention_of_a_figure_of_another_sheet_counts(tmp_path: Path) -> None:
    """A figure is the same whether it is called by its own name or with its sheet's path."""
    files = spoiled(EN, ("{{ arrests }}", "{{ index/arrests }}"))
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(("lacking", "other"), [(EN, RO), (RO, EN)])
def test_a_figure_that_is_mentioned_once_less_is_found(tmp_path: Path, lacking: str, other: str) -> None:
    """A figure that a text repeats stands as often in the other, though it stands there elsewhere as well."""
    again = {RO: "„{{ arrests }}” scrie sursa.", EN: "“{{ arrests }}” says the source."}
    files = {file: f"{SITE[file]}\n{again[file]}\n" for file in (RO, EN)}
    assert found(tmp_path, files) == []
    files[lacking] = files[lacking].replace(again[lacking], again[lacking].replace("{{ arrests }}", "so much"))
    line = len(files[other].splitlines())
    assert found(tmp_path, files) == [f"P204 {other}:{line}:2"]


def test_a_repeated_figure_may_stand_in_another_block(tmp_path: Path) -> None:
    """As long as both texts say it as often, they may say it at different places."""
    files = {RO: f"{SITE[RO]}\nUnu: {{{{ arrests }}}}.\n\nDoi.\n", EN: f"{SITE[EN]}\nOne.\n\nTwo: {{{{ arrests }}}}.\n"}
    assert found(tmp_path, files) == []


def test_exchanged_labels_are_found_where_they_stand(tmp_path: Path) -> None:
    """A row that is called by another figure's label than in the original is told; words in its place are not."""
    files = {
        path: text + "\n| A | B |\n| --- | ---: |\n| {{ arrests.label }} | x |\n| {{ victims.label }} | y |\n"
        if path in (EN, RO)
        else text
        for path, text in SITE.items()
    }
    assert found(tmp_path, files) == []
    turned = files[EN].replace("arrests.label", "x.label").replace("victims.label", "arrests.label")
    wrong = {**files, EN: turned.replace("x.label", "victims.label")}
    assert found(tmp_path / "wrong", wrong) == [
        f"P207 {EN}:{place(wrong[EN], '{{ victims.label')}",
        f"P207 {EN}:{place(wrong[EN], '{{ arrests.label')}",
    ]
    typed = {**files, EN: files[EN].replace("{{ arrests.label }}", "Arrests").replace("{{ victims.label }}", "Victims")}
    assert found(tmp_path / "typed", typed) == []

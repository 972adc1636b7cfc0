"""Classes of age and size are declared once in the words of each language, and have the same ends in all."""

from pathlib import Path

from factsheet.builder.pipeline import Options, check
from factsheet.core.codes import message
from tests.proving import EN, RO, SITE, found
from tests.support import write_site


def classes(ro: str, en: str, *, said: tuple[str, str] = ("", ""), settings: str = "") -> dict[str, str]:
    """The site with classes in both sheets, and a sentence at the end of each."""
    site = dict(SITE)
    for file, declared, sentence in ((RO, ro, said[0]), (EN, en, said[1])):
        site[file] = site[file].replace("\nmetrics:", f"\n{declared}metrics:", 1) + f"\n{sentence}\n"
    site["site.toml"] += settings
    return site


def test_a_class_is_no_typed_figure(tmp_path: Path) -> None:
    """“10–49 de salariați” needs no metric once it is a class, with any dash, and in several forms."""
    said = (
        "Firme cu 10-49 de salariați, între 10 și 49 de salariați și copii de 0–14 ani.",
        "Companies with 10–49 employees, from 10 to 49 employees and children aged 0–14.",
    )
    ro = 'classes:\n  small: ["10–49 de salariat*", "10–49 de salariați", "între 10 și 49 de salariați"]\n'
    ro += "  children: 0–14 ani\n"
    en = 'classes:\n  small: ["10–49 employee*", "10 to 49 employees"]\n  children: aged 0–14\n'
    assert found(tmp_path, classes(ro, en, said=said)) == []
    codes = {one.partition(" ")[0] for one in found(tmp_path / "without", classes("", "", said=said))}
    assert codes == {"S301", "S309"}


def test_a_class_has_the_same_ends_in_every_language(tmp_path: Path) -> None:
    """Other ends, or other ends in two forms of one language, are an error at the class."""
    said = ("Tineri de 15–24 de ani.", "Those aged 15–25.")
    site = classes("classes: {young: 15–24 de ani}\n", "classes: {young: aged 15–25}\n", said=said)
    told = check(write_site(tmp_path, site), Options()).problems
    [one] = [one for one in told if one.code == "P213"]
    assert message(one) == f"the class young is “aged 15–25” here and “15–24 de ani” at {RO}:3:11"
    assert str(one.place).startswith(f"{EN}:3:")
    assert [one.code for one in told if one.code == "P204"]


def test_a_class_begins_in_the_original(tmp_path: Path) -> None:
    """A class that only a translation has is an error, with what was meant."""
    said = ("Tineri de 15–24 de ani.", "Those aged 15–24.")
    site = classes("classes: {young: 15–24 de ani}\n", "classes: {yuong: aged 15–24}\n", said=said)
    assert [one.split(":")[0] for one in found(tmp_path, site) if one[0] == "P"] == [f"P214 {EN}"]


def test_a_number_alone_is_no_class(tmp_path: Path) -> None:
    """`classes` does not let a figure pass, be it of a metric's noun or not; nor does a class that stands nowhere."""
    said = ("Am verificat 1290 de telefoane și peste 1.290 de arestări.", "")
    ro = "classes: {a: 1290 de telefoane, b: peste 1.290 de arestări, c: [peste 65 de ani, 65+]}\n"
    told = [one.partition(" ")[0] for one in found(tmp_path, classes(ro, "", said=said))]
    assert {"S313", "S310", "S304"} <= set(told)


def test_the_site_declares_classes_for_all_sheets(tmp_path: Path) -> None:
    """A table in site.toml has the words of each language; they are compared there."""
    said = ("Firme cu 10–49 de salariați.", "Companies with 10–49 employees.")
    table = '[classes.small]\nro = "10–49 de salariați"\nen = ["{}–49 employees"]\n'
    assert found(tmp_path / "good", classes("", "", said=said, settings=table.format(10))) == []
    site = write_site(tmp_path / "bad", classes("", "", said=said, settings=table.format(11)))
    told = [f"{one.code} {one.place}" for one in check(site, Options()).problems if one.code[0] in "PS"]
    assert "P213 site.toml:6:1" in told
    site = write_site(tmp_path / "wrong", classes("", "", settings="[classes]\nsmall = 1\n[classes.b]\nro = 1\n"))
    assert {one.code for one in check(site, Options()).problems} >= {"C803"}


def test_terms_of_a_sheet_are_names(tmp_path: Path) -> None:
    """A star is any ending; a term that stands nowhere is told."""
    said = ("Modelul 12 și modelele 12 sunt noi.", "Model 12 and models 12 are new.")
    assert found(tmp_path, classes('terms: ["model* 12", "Model* 12"]\n', "", said=said)) == []
    told = found(tmp_path / "lost", classes('terms: ["tip* 2"]\n', ""))
    assert [one.split(":")[0] for one in told] == [f"S304 {RO}"]

"""The generated facts beside Babel's."""

from importlib import resources

from factsheet.l10n import supplement
from factsheet.l10n.cldr import CLDR_VERSION


def test_release() -> None:
    """The facts are of the release that the rest of the data is of."""
    assert supplement.release() == CLDR_VERSION


def test_licence_stands_beside_the_data() -> None:
    """The licence of the data travels with them."""
    folder = resources.files("factsheet.l10n") / "data"
    assert "UNICODE LICENSE" in (folder / "LICENSE").read_text("utf-8")


def test_ancestry() -> None:
    """A locale inherits from what CLDR names, which is not always a shorter identifier."""
    assert list(supplement.ancestry("es_MX")) == ["es_MX", "es_419", "es"]
    assert list(supplement.ancestry("az_Arab_IR")) == ["az_Arab_IR", "az_Arab"]
    assert list(supplement.ancestry("root")) == []


def test_inherited_fact() -> None:
    """A fact is looked up along the ancestry: Spain leaves four digits whole, Mexico does not."""
    assert [supplement.fact(name, "minimum") for name in ("es", "es_ES", "es_419", "es_MX", "ro")] == [
        2,
        2,
        1,
        1,
        None,
    ]


def test_digits() -> None:
    """Every decimal numbering system has ten digits, each one character."""
    assert supplement.digits()["arabext"] == "۰۱۲۳۴۵۶۷۸۹"
    assert {len(digits) for digits in supplement.digits().values()} == {10}


def test_narrow() -> None:
    """A narrow sign is the locale's own, else the one that holds everywhere, else none."""
    assert supplement.narrow("ro", "USD") == "$"
    assert supplement.narrow("pl", "RON") == "lej"
    assert supplement.narrow("ro", "XXX") is None


def test_plural_range() -> None:
    """A range takes the category CLDR lists for its ends, whatever the script of the language."""
    assert supplement.plural_range("ro", "one", "few") == "few"
    assert supplement.plural_range("sr_Latn", "one", "few") == "few"
    assert supplement.plural_range("xx", "one", "few") == "other"


def test_alphabet() -> None:
    """An alphabet is inherited; one that is the Latin one is not stored."""
    assert supplement.alphabet("ro_MD") == supplement.alphabet("ro")
    assert ",ș ş,t," in supplement.alphabet("ro")
    assert supplement.alphabet("tlh") == ""

"""Locales by tag, over the real data."""

import pickle

import pytest

from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "identifier"),
    [
        ("ro", "ro"),
        ("zh-Hans", "zh_Hans"),
        ("zh-CN", "zh_Hans_CN"),
        ("zh-TW", "zh_Hant_TW"),
        ("pt-BR", "pt_BR"),
        ("sr-Latn", "sr_Latn"),
        ("ro-MD", "ro_MD"),
        ("iw", "he"),
        ("nb", "nb"),
        ("en-NZ", "en_NZ"),
    ],
)
def test_tag(tag: str, identifier: str) -> None:
    """The site keeps its tag, and the data follow from it."""
    loc = cldr.locale(tag)
    assert (loc.tag, loc.cldr) == (tag, identifier)


def test_data_named_by_hand() -> None:
    """A language that CLDR lacks can borrow the data of another and keep its tag."""
    with pytest.raises(cldr.UnknownLocale):
        cldr.locale("rmy")
    loc = cldr.locale("rmy", cldr="ro")
    assert (loc.tag, loc.cldr) == ("rmy", "ro")


def test_unknown_names_near_misses() -> None:
    """An unknown tag is refused with tags that look alike."""
    with pytest.raises(cldr.UnknownLocale, match="did you mean ro") as caught:
        cldr.locale("ro-")
    assert caught.value.near[0] == "ro"
    with pytest.raises(cldr.UnknownLocale, match=r"no CLDR data for 'qqq'$"):
        cldr.locale("qqq")


@pytest.mark.parametrize(
    ("tag", "numerals", "system"),
    [
        ("ro", None, "latn"),
        ("ar-EG", None, "arab"),
        ("ar-EG", "latn", "latn"),
        ("ar-EG-u-nu-latn", None, "latn"),
        ("ar-EG-u-nu-latn", "native", "arab"),
        ("fa", "default", "arabext"),
        ("hi", None, "latn"),
        ("hi", "native", "deva"),
    ],
)
def test_numbering_system(tag: str, numerals: str | None, system: str) -> None:
    """The site's choice of digits comes before the tag's, and the tag's before the language's own."""
    assert cldr.locale(tag, numerals=numerals).numerals == system


def test_unknown_numbering_system() -> None:
    """A numbering system without ten digits is refused."""
    with pytest.raises(cldr.UnknownNumerals, match="roman"):
        cldr.locale("ro", numerals="roman")


def test_a_locale_is_made_once() -> None:
    """However it is asked for, and from a pickle too, it is the same; another numbering system makes another."""
    loc = cldr.locale("fa")
    assert cldr.locale("fa", numerals="native") is cldr.locale("fa", cldr="fa") is loc
    assert pickle.loads(pickle.dumps(loc)) is loc  # noqa: S301 - written above
    assert cldr.locale("fa", numerals="latn") != loc

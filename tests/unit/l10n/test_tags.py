"""Language tags, with a small table of locales in place of CLDR's."""

import pytest

from factsheet.l10n import tags

KNOWN = frozenset({"ro", "ro_MD", "en", "en_GB", "he", "pt_BR", "sr", "sr_Latn", "sr_Cyrl", "zh", "zh_Hans", "zh_Hant"})
ALIASES = tags.Aliases(
    languages={"iw": "he", "mo": "ro_MD", "sh": "sr_Latn"},
    territories={"UK": "GB"},
    likely=tags.Likely(
        tags.listed(
            {
                "zh_TW": "zh_Hant_TW",
                "zh": "zh_Hans_CN",
                "sr": "sr_Cyrl_RS",
                "ro": "ro_Latn_RO",
                "en": "en_Latn_US",
            }
        )
    ),
)


@pytest.mark.parametrize(
    ("tag", "identifier"),
    [
        ("ro", "ro"),
        ("RO", "ro"),
        ("ro-MD", "ro_MD"),
        ("ro-md", "ro_MD"),
        ("ro_MD", "ro_MD"),
        ("mo", "ro_MD"),
        ("iw", "he"),
        ("pt-BR", "pt_BR"),
        ("en-UK", "en_GB"),
        ("en-NZ", "en"),
        ("en-Latn", "en"),
        ("sr-Latn", "sr_Latn"),
        ("sr@latin", "sr_Latn"),
        ("sh", "sr_Latn"),
        ("sr-RS", "sr_Cyrl"),
        ("zh", "zh"),
        ("zh-TW", "zh_Hant"),
        ("zh-Hant-HK", "zh_Hant"),
        ("ro-u-nu-latn", "ro"),
        ("ro-x-private", "ro"),
        ("ro-1994", "ro"),
    ],
)
def test_known(tag: str, identifier: str) -> None:
    """A tag finds the closest data in its own script, whatever its case, age or extensions."""
    assert tags.identify(tag, KNOWN, ALIASES) == identifier


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "x",
        "rmy",
        "romanian",
        "ro_",
        "ro--MD",
        "ro-MD-",
        "en-XA",
        "en-XB",
        "en-Cyrl",
        "../ro",
        "ro\n",
        "рo",
    ],
)
def test_unknown(tag: str) -> None:
    """What is no tag, or has no data in its script, finds nothing."""
    assert tags.identify(tag, KNOWN, ALIASES) is None


@pytest.mark.parametrize(
    ("tag", "system"),
    [
        ("ar-EG-u-nu-latn", "latn"),
        ("hi-u-ca-gregory-nu-deva", "deva"),
        ("ar_u_nu_arab", "arab"),
        ("ro", None),
        ("nu-ro", None),
    ],
)
def test_numerals(tag: str, system: str | None) -> None:
    """The numbering system is read from the Unicode extension and from nowhere else."""
    assert tags.numerals(tag) == system


def test_near_misses() -> None:
    """Near misses name the language first and are written as tags."""
    assert tags.near_misses("ro-DM", KNOWN)[:2] == ("ro", "ro-MD")
    assert tags.near_misses("qqq", KNOWN) == ()

"""Sentences of two languages beside the same numbers deny alike, go one way, and say the same in words."""

from pathlib import Path

import pytest

from factsheet.checks.contrary import denies
from factsheet.core.codes import message
from factsheet.l10n import cldr
from tests.proving import EN, RO, SITE, found, problems


def with_sentences(ro: str, en: str) -> dict[str, str]:
    """The site with one more sentence in both languages."""
    return {**SITE, RO: f"{SITE[RO]}\n{ro}\n", EN: f"{SITE[EN]}\n{en}\n"}


@pytest.mark.parametrize(
    ("ro", "en", "code"),
    [
        ("Au fost {{ arrests }}, o scădere.", "There were {{ arrests }}, a fall.", None),
        ("În total, {{ arrests }} nu au dus la proces.", "In all, {{ arrests }} led to a trial.", "P217"),
        ("În total, {{ arrests }} nu au dus la proces.", "In all, {{ arrests }} didn’t lead to a trial.", None),
        ("A crescut cu {{ arrests }}.", "It fell by {{ arrests }}.", "P216"),
        ("A crescut cu {{ arrests }}.", "It did not fall by {{ arrests }}.", None),
        ("Nu mai puțin de {{ arrests.number }} de mandate.", "At least {{ arrests.number }} of warrants.", None),
        ("Nimic nou. Au fost {{ arrests }}.", "All is old. There were {{ arrests }}.", None),
        ("Nimic nou; {{ arrests }} este mult", "All old. {{ arrests }} is a lot. Really", "P217"),
        ("Cu șapte echipe, {{ arrests }}.", "With eleven teams, {{ arrests }}.", "P215"),
        ("Cu șapte echipe, {{ arrests }}.", "With seven teams, {{ arrests }}.", None),
        ("Cu ambele echipe, {{ arrests }}.", "With two teams, {{ arrests }}.", None),
        ("Ambii, ca două echipe: {{ arrests }}.", "Both, as six teams: {{ arrests }}.", "P215"),
        ("Ei, ca două echipe: {{ arrests }}.", "Both, as six teams: {{ arrests }}.", "P215"),
        ("Azi, nouă echipe mari: {{ arrests }}.", "Today, six big teams: {{ arrests }}.", "P215"),
        ("În 1976 erau gata, {{ arrests }}.", "By 1976 they were ready, {{ arrests }}.", None),
        ("În 2076 vor fi gata, {{ arrests }}.", "By 2076 they will be ready, {{ arrests }}.", "P218"),
        ("Numărul a scăzut în 2019: {{ arrests }}.", "The number rose in 2019: {{ arrests }}.", "P216"),
        ("Bugetul s-a dublat: {{ arrests }}.", "The budget has doubled: {{ arrests }}.", None),
        ("Bugetul s-a dublat: {{ arrests }}.", "The budget has tripled: {{ arrests }}.", "P215"),
        ("Jumătate din zile, {{ arrests }}.", "A third of the days, {{ arrests }}.", "P215"),
    ],
)
def test_what_is_said_beside_a_number_is_compared(tmp_path: Path, ro: str, en: str, code: str | None) -> None:
    """A number in words, a denial and a direction of one language have their equal in the other."""
    told = [one.split(":")[0] for one in found(tmp_path, with_sentences(ro, en)) if one[0] == "P"]
    assert told == ([f"{code} {EN}"] if code else [])


def test_a_sentence_is_told_once(tmp_path: Path) -> None:
    """Two numbers in one sentence that is denied make one finding, which shows both sentences."""
    site = with_sentences("Nici {{ arrests }}, nici {{ operations }}.", "Both {{ arrests }} and {{ operations }}.")
    [one] = [message(one) for one in problems(tmp_path, site) if one.code == "P217"]
    assert one.startswith("only one of “Both 1,209 arrests")


@pytest.mark.parametrize(
    ("tag", "text", "is_denied"),
    [
        ("en", "It did not fall.", True),
        ("en", "It won't fall.", True),
        ("en", "It fell, and no fewer than 12 came.", False),
        ("en", "Not only did it fall, no fewer than 12 came.", None),
        ("it", "Non è sceso.", True),
        ("en", "The phones lack a lens.", None),
        ("en", "It is 12, unless he pays.", None),
        ("ro", "N-a scăzut.", True),
        ("ro", "Nu doar a scăzut.", None),
        ("de", "So viele wie nie, nicht weniger als 12.", None),
        ("fr", "Il n’a pas baissé.", True),
        ("fr", "Plus que jamais.", None),
        ("ja", "減らなかった。", None),
    ],
)
def test_a_denial_is_known_by_its_words(tag: str, text: str, *, is_denied: bool | None) -> None:
    """Bounds with such a word deny nothing; of idioms, and of languages without such words, nobody can tell."""
    assert denies(cldr.locale(tag), text) is is_denied


@pytest.mark.parametrize(
    ("ro", "en", "is_told"),
    [
        ("Bani: {{ recovered }}. Arestări: {{ arrests }}.", "Money: {{ arrests }}. Arrests: {{ recovered }}.", True),
        ("Bani {{ recovered }}, iar arestări {{ arrests }}.", "Money {{ arrests }}, arrests {{ recovered }}.", True),
        ("Bani: {{ recovered }}. Arestări: {{ arrests }}.", "Money: {{ recovered }}. Arrests: {{ arrests }}.", False),
        ("Cu {{ recovered }} s-au făcut {{ arrests }}.", "{{ arrests }} were made with {{ recovered }}.", False),
        ("Cu {{ recovered }} au făcut {{ arrests }}.", "They made {{ arrests }}, with {{ recovered }}.", False),
        ("Bani, {{ recovered }}, și {{ arrests }}.", "There were {{ arrests }}, and {{ recovered }}.", False),
        ("{{ arrests }}. Apoi {{ victims }}. {{ arrests }}.", "{{ arrests }}. {{ arrests }}. {{ victims }}.", True),
        ("În {{ arrests }}: {{ arrests }}; apoi nimic.", "Of {{ arrests }}: nothing; then {{ arrests }}.", False),
    ],
)
def test_figures_stand_in_the_same_sentence_of_each_language(
    tmp_path: Path, ro: str, en: str, *, is_told: bool
) -> None:
    """Figures of two units that were exchanged between sentences or clauses are told; the order in one is free."""
    assert any(one.startswith("P208") for one in found(tmp_path, with_sentences(ro, en))) is is_told


def test_a_language_that_has_its_verb_last_has_its_sentences_in_the_same_order(tmp_path: Path) -> None:
    """Japanese turns the words of a sentence around, and not the sentences."""
    site = with_sentences("Bani: {{ recovered }}. Arestări: {{ arrests }}.", "-")
    site["content/ja/index.md"] = site[RO].replace("Bani: ", "お金は").replace("Arestări: ", "逮捕は")
    right = {**site, "content/ja/index.md": site["content/ja/index.md"].replace(". 逮捕は", "。逮捕は")}
    wrong = dict(right)
    text = right["content/ja/index.md"]
    wrong["content/ja/index.md"] = (
        text.replace("お金は{{ recovered }}", "お金は{{ x }}")
        .replace("逮捕は{{ arrests }}", "逮捕は{{ recovered }}")
        .replace("{{ x }}", "{{ arrests }}")
    )
    ja = "content/ja/index.md"
    assert not [one for one in found(tmp_path / "right", right) if one.startswith(f"P208 {ja}")]
    assert [one for one in found(tmp_path / "wrong", wrong) if one.startswith(f"P208 {ja}")]

"""The texts of a site as units for translators."""

from pathlib import Path

import pytest

from factsheet.content.languages import find_languages
from factsheet.content.model import Language
from factsheet.site.site import Site
from factsheet.tools.exchange.units import figures, same_figures, units
from tests.support import write_site
from tests.translating import FILES, site_of, translated_site


def _language(site: Site, tag: str) -> Language:
    found, _ = find_languages([tag, "ro"], site.settings)
    return next(language for language in found if language.tag == tag)


def test_each_block_is_a_unit_with_its_translation(tmp_path: Path) -> None:
    """Front-matter words, plural phrases and blocks of the body come with what they are translated to."""
    site = translated_site(tmp_path)
    found = [(unit.key, unit.source, unit.target) for unit in units(site, _language(site, "en"))]
    assert found == [
        ("title", "Cifrele", "The figures"),
        ("summary", "Pe scurt.", "In short."),
        ("metrics.arrests.label", "Arestări", "Arrests"),
        ("metrics.arrests.unit.one", "{n} arestare", "{n} arrest"),
        ("metrics.arrests.unit.other", "{n} de arestări", "{n} arrests"),
        ("metrics.arrests.note", "O notă.", "A note."),
        ("metrics.growth.label", "Creștere", "Growth"),
        ("", "Rezultate", "Results"),
        (
            "",
            "Operațiunile au dus la {{ arrests }}. A doua propoziție este aici.",
            "The operations led to {{arrests}}. The second\nsentence is here.",
        ),
        ("", "Primul punct, cu {{ growth }};", "The first point, with {{ growth }};"),
        ("", "Al doilea punct.", "The second point."),
        ("", "Ultimul paragraf are 100% încredere.", "The last paragraph is 100% sure."),
    ]


def test_a_language_without_sheets_has_every_unit(tmp_path: Path) -> None:
    """All of a new language is to translate, with a phrase for each of its plural categories."""
    site = translated_site(tmp_path)
    found = list(units(site, _language(site, "pl")))
    assert not any(unit.target for unit in found)
    phrases = {unit.key: unit.source for unit in found if ".unit." in unit.key}
    assert phrases == {
        "metrics.arrests.unit.one": "{n} arestare",
        "metrics.arrests.unit.few": "{n} arestări",
        "metrics.arrests.unit.many": "{n} de arestări",
        "metrics.arrests.unit.other": "{n} de arestări",
    }


def test_the_words_of_a_draft_are_to_translate(tmp_path: Path) -> None:
    """What a draft still holds in the original's words has no translation yet."""
    german = FILES["content/ro/index.md"].split("---\n")[2].replace("Rezultate", "Ergebnisse")
    draft = f"---\ntitle: Cifrele\ndraft: true\n---\n{german}"
    site = site_of(write_site(tmp_path, {**FILES, "content/de/index.md": draft}))
    assert [unit.target for unit in units(site, _language(site, "de")) if unit.target] == ["Ergebnisse"]


def test_phrases_that_a_translation_does_without_are_left_out(tmp_path: Path) -> None:
    """Money is written by the language's own rules, so a finished translation need not have phrases for it."""
    money = 'money: {value: 5, currency: USD, label: Bani, unit: {one: "{n} dolar", other: "{n} dolari"}}'
    original = FILES["content/ro/index.md"].replace("  growth:\n", f"  {money}\n  growth:\n")
    english = FILES["content/en/index.md"].replace("  growth:", "  money: {label: Money}\n  growth:")
    site = site_of(write_site(tmp_path, {**FILES, "content/ro/index.md": original, "content/en/index.md": english}))
    keys = [unit.key for unit in units(site, _language(site, "en")) if unit.key.startswith("metrics.money")]
    assert keys == ["metrics.money.label"]
    keys = [unit.key for unit in units(site, _language(site, "de")) if unit.key.startswith("metrics.money")]
    assert keys == ["metrics.money.label", "metrics.money.unit.one", "metrics.money.unit.other"]


def test_the_number_of_a_phrase_is_no_reference() -> None:
    """`{{ n }}` does not stand for the `{n}` of a unit's phrase: readers would see it."""
    assert same_figures("{n} porții", "{n} adag")
    assert not same_figures("{n} porții", "{{ n }} adag")
    assert same_figures("{{ a }} și {{ b.number }}", "{{b.number}}, {{ a }}")


def test_stale_units_are_marked(tmp_path: Path) -> None:
    """A unit whose original has changed since is known as stale, and no other."""
    translated_site(tmp_path)
    changed = FILES["content/ro/index.md"].replace("Al doilea punct.", "Alt punct.")
    site = site_of(write_site(tmp_path, {"content/ro/index.md": changed}))
    assert [unit.source for unit in units(site, _language(site, "en")) if unit.stale] == ["Alt punct."]


def test_ids_are_unique(tmp_path: Path) -> None:
    """Equal paragraphs are told apart."""
    original = FILES["content/ro/index.md"] + "\nLa fel.\n\nLa fel.\n"
    site = site_of(write_site(tmp_path, {**FILES, "content/ro/index.md": original}))
    names = [unit.name for unit in units(site, _language(site, "en"))]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a {{ x }} b {{ y }}", "{{y}} {{ x }}", True),
        ("{{ x.number }}", "{{ x .number }}", True),
        ("{n} a", "b {n}", True),
        ("{{ x }}", "{{ x.number }}", False),
        ("{{ x }}", "x", False),
        ("{{ x }}", "{{ x }} {{ x }}", False),
        ("{n} a", "a", False),
    ],
)
def test_figures_are_compared_in_any_order(*, one: str, other: str, same: bool) -> None:
    """The same placeholders, each as often, are the same figures."""
    assert same_figures(one, other) is same


def test_figures_are_named_in_their_order() -> None:
    """Placeholders are listed as they are written."""
    assert figures("{{ a.number }} and {{b/c}} and {n}") == ["a.number", "b/c", "n"]

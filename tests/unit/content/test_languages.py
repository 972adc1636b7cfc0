"""Languages are found by their folders, named and directed as CLDR or the site says."""

import pytest

from factsheet.content.languages import by_folder, find_languages, named_in
from factsheet.content.settings import LocaleSettings, Settings
from factsheet.core.codes import message
from tests.support import codes, said


def settings(reference: str = "ro", **locales: LocaleSettings) -> Settings:
    """Settings with tables for languages."""
    return Settings(reference=reference, locales={tag.replace("_", "-"): own for tag, own in locales.items()})


def test_the_reference_comes_first() -> None:
    """The reference language leads, the others follow by their tags."""
    languages, problems = find_languages(["fr", "ar", "ro", "en"], settings())
    assert problems == []
    assert [language.tag for language in languages] == ["ro", "ar", "en", "fr"]


def test_names_and_directions() -> None:
    """A language names itself with a capital and runs as its script does."""
    languages, _ = find_languages(["ro", "ar", "zh-Hans", "pt-BR"], settings())
    assert {language.tag: (language.name, language.dir) for language in languages} == {
        "ro": ("Română", "ltr"),
        "ar": ("العربية", "rtl"),
        "zh-Hans": ("中文 (简体)", "ltr"),
        "pt-BR": ("Português (Brasil)", "ltr"),
    }


def test_the_site_has_the_last_word() -> None:
    """Name, direction, numbers and digits may be set for each language; the tag stays as it is."""
    own = LocaleSettings(name="Romani", dir="rtl", cldr="ro")
    languages, problems = find_languages(["ro", "rmy", "fa"], settings(rmy=own, fa=LocaleSettings(numerals="latn")))
    assert problems == []
    by_tag = {language.tag: language for language in languages}
    assert (by_tag["rmy"].name, by_tag["rmy"].dir, by_tag["rmy"].numbers.cldr) == ("Romani", "rtl", "ro")
    assert by_tag["fa"].numbers.numerals == "latn"


def test_unknown_languages() -> None:
    """A folder that is no language is reported, with the nearest that is one."""
    languages, problems = find_languages(["ro", "xq", "e_n"], settings())
    assert [language.tag for language in languages] == ["ro"]
    assert codes(problems) == ["C808", "C808"]
    assert [str(problem.place) for problem in problems] == ["content/e_n:1:1", "content/xq:1:1"]


def test_unknown_numbers_and_digits_are_faults_of_the_settings() -> None:
    """What site.toml says of a language is reported there."""
    _, problems = find_languages(
        ["ro", "fa"], settings(ro=LocaleSettings(cldr="xx_YY"), fa=LocaleSettings(numerals="roman"))
    )
    assert {(problem.code, problem.place.path) for problem in problems} == {
        ("C808", "site.toml"),
        ("C810", "site.toml"),
    }


@pytest.mark.parametrize("tags", [["en"], []])
def test_a_reference_without_sheets(tags: list[str]) -> None:
    """A reference language that has no folder is reported once, with the folders that there are."""
    _, problems = find_languages(tags, settings())
    assert codes(problems) == ["C809"]
    assert (tags or ["content/ro/index.md"])[0] in said(problems[0])


def test_a_root_language_without_sheets() -> None:
    """The language at the root of the site must be one of its languages."""
    _, problems = find_languages(["ro"], Settings(reference="ro", root="de"))
    assert codes(problems) == ["C809"]
    assert "de" in message(problems[0])


def test_folders() -> None:
    """Sheets are grouped by language; a file beside the folders belongs to none."""
    groups = by_folder(["content/ro/a.md", "content/ro/b/c.md", "content/en/a.md", "content/stray.md"])
    assert groups == {"ro": ["content/ro/a.md", "content/ro/b/c.md"], "en": ["content/en/a.md"]}


def test_names_in_a_sentence() -> None:
    """A language is named in the reader's language, or by itself where CLDR has no name for it."""
    languages, _ = find_languages(["ro", "en", "rmy"], settings(rmy=LocaleSettings(name="Romani", cldr="ro")))
    ro, en, rmy = languages
    assert named_in(en, ro) == "engleză"
    assert named_in(ro, en) == "Romanian"
    assert named_in(rmy, en) == "Romani"


def test_a_folder_by_another_name() -> None:
    """A folder named in capitals beside its twin, by a language's name or with an underscore is told its tag."""
    languages, problems = find_languages(["ro", "RO", "german", "pt_BR"], settings())
    assert [language.tag for language in languages] == ["ro"]
    assert codes(problems) == ["C808", "C808", "C808"]
    answers = " ".join(said(problem) for problem in problems)
    assert all(word in answers for word in ("move what is in it to `content/ro`", "`de`", "`pt-BR`"))


def test_the_setting_that_names_no_folder_is_pointed_at() -> None:
    """The finding stands at the value in site.toml."""
    written = b'# x\nreference = "ro"\nroot = "de"\n'
    _, problems = find_languages(["ro"], Settings(reference="ro", root="de"), written=written)
    assert str(problems[0].place) == "site.toml:3:8"

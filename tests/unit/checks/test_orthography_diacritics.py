"""Romanian letters with a cedilla are found, and only in Romanian."""

from pathlib import Path

from factsheet.checks.orthography import markup_arrives, romanian_letters_are_new, words_of_the_site_are_plain
from tests.costs import costs_at_most
from tests.support import SMALL_SITE, codes, write_site
from tests.translating import site_of


def test_old_letters_are_found_with_their_mend(tmp_path: Path) -> None:
    """Each word with ş or ţ is reported where it stands, with the word as it should be."""
    text = SMALL_SITE["content/ro/index.md"].replace("title: Exemplu", "title: Informaţii")
    site = site_of(write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": f"{text}\nŞi aşa ţara.\n"}))
    found = [
        (problem.place.line, problem.place.column, dict(problem.values)["corrected"])
        for problem in romanian_letters_are_new(site)
    ]
    assert found == [(2, 8, "Informații"), (15, 1, "Și"), (15, 4, "așa"), (15, 8, "țara")]


def test_a_long_word_is_read_once(tmp_path: Path) -> None:
    """A word of 150,000 letters takes no longer than as many in short words."""
    text = SMALL_SITE["content/ro/index.md"] + "a" * 150_000 + "ş\n"
    long = site_of(write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": text}))
    with costs_at_most(1):
        assert codes(list(romanian_letters_are_new(long))) == ["T614"]


def test_other_languages_have_those_letters(tmp_path: Path) -> None:
    """Turkish is written with ş, and stays so."""
    files = {**SMALL_SITE, "content/tr/index.md": "---\ntitle: Başlık\n---\nŞu.\n"}
    assert list(romanian_letters_are_new(site_of(write_site(tmp_path, files)))) == []


def test_letters_in_two_characters_or_as_entities_are_old_too(tmp_path: Path) -> None:
    """A letter with a cedilla is found where it is a letter and a mark, and where HTML writes it by its number."""
    body = "s\u0327coala, &#351;i, AT&T, cafe\u0301\n"
    files = {**SMALL_SITE, "content/ro/index.md": SMALL_SITE["content/ro/index.md"] + f"\n{body}"}
    found = [dict(one.values) for one in romanian_letters_are_new(site_of(write_site(tmp_path, files)))]
    assert [(one["letters"], one["corrected"]) for one in found] == [("ş", "școala"), ("ş", "și")]


def test_catalogues_are_looked_at_too(tmp_path: Path) -> None:
    """A Romanian catalogue with old letters is reported."""
    files = {**SMALL_SITE, "locales/ro.po": 'msgid "Language"\nmsgstr "Limbă şi ţară"\n'}
    found = list(words_of_the_site_are_plain(site_of(write_site(tmp_path, files))))
    assert codes(found) == ["T614", "T614"]


def test_names_of_other_languages_keep_their_letters(tmp_path: Path) -> None:
    """A word in an element of another language, and one that stands in a literal, are no old Romanian letters."""
    text = SMALL_SITE["content/ro/index.md"].replace("title: Exemplu", 'title: Exemplu\nliterals: ["Şişli 2"]')
    body = '\n<span lang="tr">Beşiktaş</span> şi Şişli 2, <i lang="ro-MD">ţara</i>, <em class="a" lang=tr>Şile'
    site = site_of(write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": f"{text}{body}\n"}))
    found = [dict(problem.values)["corrected"] for problem in romanian_letters_are_new(site)]
    assert found == ["și", "țara"]


def test_addresses_and_code_stay(tmp_path: Path) -> None:
    """The address of a link, code, a comment and an address written out are no words that are misspelt."""
    body = "[Ştiri](https://a.example/ştiri?x=ţ) `ş` <!-- ş --> https://a.example/ştiri, ş@a.example, <https://a.example/ţ>"
    body += '\n\n    ţ\n\n![aşa](ţ.png)\n\n[x]: /ştiri "Ţara"\n'
    files = {**SMALL_SITE, "content/ro/index.md": SMALL_SITE["content/ro/index.md"] + f"\n{body}\n"}
    found = [dict(one.values)["word"] for one in romanian_letters_are_new(site_of(write_site(tmp_path, files)))]
    assert found == ["Ştiri", "aşa"]


def test_a_language_in_braces_is_meant(tmp_path: Path) -> None:
    """Words that another dialect of Markdown would mark as Turkish keep their letters; the braces are told apart."""
    body = '*Şişli*{lang=tr}, [Beşiktaş]{:lang="tr"}, *ţara*{lang=ro}'
    site = site_of(
        write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": SMALL_SITE["content/ro/index.md"] + body})
    )
    assert [dict(one.values)["word"] for one in romanian_letters_are_new(site)] == ["ţara"]
    assert codes(list(markup_arrives(site))) == ["M106", "M106", "M106"]


def test_the_description_of_the_site_is_looked_at_too(tmp_path: Path) -> None:
    """A title or a description in site.toml is Romanian as the pages are."""
    files = {**SMALL_SITE, "site.toml": f'{SMALL_SITE["site.toml"]}description = "Cărţi"\n'}
    assert codes(list(words_of_the_site_are_plain(site_of(write_site(tmp_path, files))))) == ["T614"]

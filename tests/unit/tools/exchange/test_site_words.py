"""The title and the description of the site go to translators and come back."""

import tomllib
from pathlib import Path

import polib
import pytest

from factsheet.tools.exchange.words_in_yaml import with_site_word
from tests.support import run_here, write_site
from tests.translating import translated_site

LANGUAGES = ("ro", "en", "de")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('title = "Cifre"\nroot = "ro"\n', 'title = {ro = "Cifre", en = "Fi\\"g", de = "Cifre"}\nroot = "ro"\n'),
        ('title = {ro = "Cifre", en = "x"} # c\n', 'title = {ro = "Cifre", en = "Fi\\"g"} # c\n'),
        ('root = "ro"\n[title]\nro = "Cifre"\n', 'root = "ro"\n[title]\nen = "Fi\\"g"\nro = "Cifre"\n'),
        ('[title]\nro = "C"\nen = "x"\n\n[csp]\nen = 1\n', '[title]\nro = "C"\nen = "Fi\\"g"\n\n[csp]\nen = 1\n'),
    ],
)
def test_a_text_is_put_into_the_settings(before: str, after: str) -> None:
    """One text for all becomes one for each language; a table gains or changes one; all else stays."""
    assert with_site_word(before, "title", "en", 'Fi"g', languages=LANGUAGES) == after
    assert tomllib.loads(after)["title"]["en"] == 'Fi"g'


@pytest.mark.parametrize("text", ['title = """\nA"""\n', 'title.ro = "A"\n', "", "root = 'ro'\n"])
def test_settings_in_which_it_has_no_place(text: str) -> None:
    """What cannot be changed safely is left alone."""
    with pytest.raises(LookupError):
        with_site_word(text, "title", "en", "B", languages=LANGUAGES)


def test_the_title_of_the_site_is_translated(tmp_path: Path) -> None:
    """`export` has it with the place in site.toml; `import` writes it there, and refuses one for another original."""
    root = tmp_path / "site"
    translated_site(root)
    file = tmp_path / "en.po"
    run_here("export", "en", "-o", file, "--root", root)
    entries = polib.pofile(str(file))
    (title,) = [entry for entry in entries if entry.msgctxt == "site.toml#title"]
    assert (title.msgid, title.msgstr, title.occurrences) == ("Exemplu", "Exemplu", [("site.toml", "2")])
    title.msgstr = "Example"
    entries.save()
    assert run_here("import", file, "--root", root).returncode == 0
    settings = tomllib.loads((root / "site.toml").read_text(encoding="utf-8"))
    assert settings["title"] == {"ro": "Exemplu", "en": "Example"}
    assert run_here("import", file, "--root", root).stdout == ""
    title.msgid = "Altul"
    entries.save()
    assert "T632" in run_here("import", file, "--root", root).stdout
    title.msgid, title.msgstr = "Exemplu", "Two\nlines"
    entries.save()
    assert "T633" in run_here("import", file, "--root", root).stdout


def test_a_missing_description_is_listed(tmp_path: Path) -> None:
    """A description in one language is to translate into the others."""
    root = tmp_path / "site"
    translated_site(root)
    settings = (root / "site.toml").read_text(encoding="utf-8")
    write_site(root, {"site.toml": f'{settings}description = {{ro = "Despre."}}\n'})
    file = tmp_path / "en.po"
    run_here("export", "en", "-o", file, "--root", root)
    (entry,) = [entry for entry in polib.pofile(str(file)) if entry.msgctxt == "site.toml#description"]
    assert (entry.msgid, entry.msgstr) == ("Despre.", "")

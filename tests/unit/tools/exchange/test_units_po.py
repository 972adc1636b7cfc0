"""Units as .po files, judged by gettext itself, by polib and by translate-toolkit."""

import subprocess
import sys
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.content.languages import find_languages
from factsheet.site.site import Site
from factsheet.tools.exchange.units import decoded, encoded, from_po, to_po, units
from tests.programs import program
from tests.translating import translated_site


def _exported(site: Site, tag: str = "en") -> str:
    found, _ = find_languages([tag, "ro"], site.settings)
    language = next(language for language in found if language.tag == tag)
    return to_po(units(site, language), language, site.reference)


def test_figures_of_tables_come_back() -> None:
    """A name with brackets of its own is a placeholder like any other."""
    text = "At most {{ prices.max(2025) }}, 5 % more."
    written = encoded(text, formatted=True)
    assert written == "At most %(prices.max(2025))s, 5 %% more."
    assert decoded(written, formatted=True, phrase=False) == text


def test_figures_are_placeholders_of_the_format(tmp_path: Path) -> None:
    """A text with figures is a Python format, its percent signs doubled; one without is left as it is."""
    text = _exported(translated_site(tmp_path))
    entries = {entry.msgid: entry for entry in polib.pofile(text)}
    formatted = entries["Operațiunile au dus la %(arrests)s. A doua propoziție este aici."]
    assert formatted.flags == ["python-format"]
    assert formatted.msgstr == "The operations led to %(arrests)s. The second\nsentence is here."
    assert entries["Ultimul paragraf are 100% încredere."].msgstr == "The last paragraph is 100% sure."
    assert entries["%(n)s arestare"].msgctxt == "index#metrics.arrests.unit.one"
    assert formatted.comment == "A paragraph"
    assert formatted.occurrences == [("content/ro/index.md", "25")]


def test_the_header_says_the_language_and_its_plurals(tmp_path: Path) -> None:
    """Editors know what they have before them."""
    metadata = polib.pofile(_exported(translated_site(tmp_path), "pt-BR")).metadata
    assert (metadata["Language"], metadata["X-Source-Language"]) == ("pt_BR", "ro")
    assert metadata["Plural-Forms"] == "nplurals=2; plural=(n > 1);"


@pytest.mark.parametrize("tag", ["en", "pl", "ar"])
def test_gettext_accepts_the_file(tmp_path: Path, tag: str) -> None:
    """`msgfmt --check` finds no fault."""
    (tmp_path / "out.po").write_text(_exported(translated_site(tmp_path), tag), encoding="utf-8")
    command = [program("msgfmt", "gettext"), "--check", "--output-file", "/dev/null", str(tmp_path / "out.po")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_translate_toolkit_finds_the_placeholders_in_place(tmp_path: Path) -> None:
    """`pofilter`, which Weblate's checks come from, has nothing to say of variables and format strings."""
    (tmp_path / "out.po").write_text(_exported(translated_site(tmp_path)), encoding="utf-8")
    pofilter = Path(sys.executable).with_name("pofilter")
    tests = [part for name in ("variables", "printf", "pythonbraceformat") for part in ("-t", name)]
    command = [str(pofilter), "--progress=none", *tests, str(tmp_path / "out.po"), str(tmp_path / "faults.po")]
    subprocess.run(command, capture_output=True, check=True)
    faults = polib.pofile(str(tmp_path / "faults.po")) if (tmp_path / "faults.po").exists() else []
    assert list(faults) == []


def test_a_file_is_read_back(tmp_path: Path) -> None:
    """Each confirmed translation comes back under its name, with its figures as sheets have them."""
    tag, imported, problems = from_po("en.po", _exported(translated_site(tmp_path)))
    assert (tag, problems) == ("en", [])
    by_source = {item.source: item.target for item in imported}
    assert by_source["Primul punct, cu {{ growth }};"] == "The first point, with {{ growth }};"
    assert by_source["{n} arestare"] == "{n} arrest"
    assert len(imported) == 12


def test_what_is_not_confirmed_is_left_out() -> None:
    """An obsolete entry brings nothing, an empty one is untouched, a fuzzy one not taken over, a lost context told."""
    text = (
        '#, fuzzy\nmsgctxt "a#b"\nmsgid "x"\nmsgstr "y"\n\nmsgctxt "a#c"\nmsgid "x"\nmsgstr ""\n\n'
        'msgid "no context"\nmsgstr "y"\n\n#~ msgctxt "a#d"\n#~ msgid "x"\n#~ msgstr "y"\n'
    )
    tag, (fuzzy, empty), (problem,) = from_po("a.po", text)
    assert (empty.name, empty.is_untouched, fuzzy.is_untouched) == ("a#c", True, False)
    assert (tag, fuzzy.name, fuzzy.fault, fuzzy.confirmed) == ("", "a#b", "it is marked as fuzzy", False)
    assert (problem.code, problem.variant, problem.place.line) == ("T630", "context", 10)


@given(st.text(alphabet="ab%{}n sd()", max_size=30))
def test_encoding_is_undone(text: str) -> None:
    """Whatever the text, decoding gives back what was encoded."""
    for formatted in (True, False):
        if not formatted or "{n}" not in text:
            assert decoded(encoded(text, formatted=formatted), formatted=formatted, phrase=False) == text


@pytest.mark.parametrize("text", ["100% sure", "%(a)d", "%s", "%"])
def test_a_stray_percent_sign_is_no_figure(text: str) -> None:
    """In a text with figures a percent sign must be doubled."""
    with pytest.raises(ValueError, match="percent"):
        decoded(text, formatted=True, phrase=False)

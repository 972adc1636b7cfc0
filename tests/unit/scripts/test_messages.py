"""The catalogues of the tool's own messages."""

import re

import polib
import pytest

from factsheet.core.problems import LANGUAGES
from factsheet.tools.findings import FOLDER
from scripts.messages import faults, main, texts, translations, updated

FIELD = re.compile(r"\{\w+\}|%\(\w+\)[sr]|%[sr]")
SYMBOL = re.compile(r"`[^` ]*[{:_.-][^` ]*`")


def test_the_catalogues_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """Every text of the tool is translated, and nothing is translated that it does not say."""
    assert (main(["--check"]), capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_fields_and_symbols_are_kept(language: str) -> None:
    """Each translation has the fields of its original, and the signs that an editor must type."""
    entries = polib.pofile(str(FOLDER / f"{language}.po"))
    assert len(entries) > 100
    for entry in entries:
        for translation in translations(entry):
            assert sorted(FIELD.findall(translation)) == sorted(FIELD.findall(entry.msgid)), entry.msgid
            assert sorted(SYMBOL.findall(translation)) == sorted(SYMBOL.findall(entry.msgid)), entry.msgid


def test_romanian_is_written_with_its_own_letters() -> None:
    """No letter with a cedilla, no English quotation mark, no blank at an end where the original has none."""
    entries = polib.pofile(str(FOLDER / "ro.po"))
    assert len(entries) > 100
    for entry in entries:
        for translation in translations(entry):
            assert "ţ" in entry.msgid or "ş" in entry.msgid or not re.search(r"[şţŞŢ]|“", translation), translation
            assert _ends(translation) == _ends(entry.msgid)


def _ends(text: str) -> tuple[str, str]:
    """The blanks at both ends."""
    return text[: -len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")) :]


def test_romanian_speaks_to_its_reader_in_one_way() -> None:
    """What corrects a mistake asks politely ("scrieți", not "scrie"), and a site is a "site" in every form."""
    entries = polib.pofile(str(FOLDER / "ro.po"))
    verbs = "scrie|corectează|șterge|adaugă|mută|pune|lasă|alege|numește|renunță|tradu|dă|lipește|scoate|folosește"
    familiar = re.compile(rf"(?:^|[:;,] |\bsau )(?:{verbs})\b")
    remedies = [entry.msgstr for entry in entries if "how to correct it" in entry.comment]
    assert len(remedies) > 500
    assert [text for text in remedies if familiar.search(text)] == []
    assert [entry.msgstr for entry in entries if re.search(r"\bsit(?:ul|uri|ului|urile|urilor)?\b", entry.msgstr)] == []


def test_new_texts_are_empty_and_old_ones_go() -> None:
    """Bringing up to date keeps translations, adds new texts without one, and leaves out what is not said."""
    first = next(text.text for text in texts() if text.where.endswith("what was found"))
    old = polib.POFile()
    old.append(polib.POEntry(msgid=first, msgstr="kept"))
    old.append(polib.POEntry(msgid="gone", msgstr="gone"))
    new = updated(old, "ro")
    assert {entry.msgid: entry.msgstr for entry in new}[first] == "kept"
    assert new.find("gone") is None
    found = list(faults(old, new))
    assert "not used: gone" in found
    assert any(fault.startswith("not translated: ") for fault in found)

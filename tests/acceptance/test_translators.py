"""Translators with the tools of their trade: German through gettext's own, Hungarian through translate-toolkit.

Nobody edits a file of the site by hand but its keeper, who begins the languages, changes a sentence while the
translators are at work, and takes their files over.
"""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import polib
import pytest
from translate.storage import xliff
from translate.storage.placeables import StringElem

from tests.programs import program
from tests.support import run_here, write_site

FIRST = "Cititorii au luat acasă {{ loans }}."
LATER = "Anul trecut cititorii au luat acasă {{ loans }}."
SITE = {
    "site.toml": 'reference = "ro"\ntitle = { ro = "Cifre" }\nbase_url = "https://books.example/"\npublisher = "B"\n',
    "sources/raport.txt": "Au fost împrumutate 20.480 de cărți; peste 92,5 % dintre cititori sunt mulțumiți.\n",
    "content/ro/index.md": f"""---
title: Biblioteca în cifre
sources:
  raport: {{title: Raport, publisher: B, date: 2026-01-12, lang: ro, file: sources/raport.txt}}
metrics:
  loans:
    value: 20480
    label: Cărți
    unit: {{one: "{{n}} carte", few: "{{n}} cărți", other: "{{n}} de cărți"}}
    source: raport
    quote: "împrumutate 20.480 de cărți"
  satisfied:
    kind: percent
    value: 92.5
    bound: over
    label: Mulțumiți
    source: raport
    quote: "peste 92,5 % dintre cititori"
---
{FIRST}

## Ce spun ei

- Sunt mulțumiți {{{{ satisfied }}}} dintre ei: [Metoda](method.md).
""",
    "content/ro/method.md": "---\ntitle: Metoda\n---\nPasajul este căutat în textul sursei.\n",
}
GERMAN = {
    "Cifre": "Zahlen",
    "Biblioteca în cifre": "Die Bibliothek in Zahlen",
    "Cărți": "Bücher",
    "%(n)s carte": "%(n)s Buch",
    "%(n)s de cărți": "%(n)s Bücher",
    "Mulțumiți": "Zufrieden",
    "Cititorii au luat acasă %(loans)s.": "Die Leser nahmen %(loans)s mit nach Hause.",
    "Anul trecut cititorii au luat acasă %(loans)s.": "Voriges Jahr nahmen die Leser %(loans)s mit nach Hause.",
    "Ce spun ei": "Was sie sagen",
    "Sunt mulțumiți %(satisfied)s dintre ei: [Metoda](method.md).": (
        "Zufrieden sind %(satisfied)s von ihnen: [Methode](method.md)."
    ),
    "Metoda": "Methode",
    "Pasajul este căutat în textul sursei.": "Die Stelle wird im Text der Quelle gesucht.",
}
HUNGARIAN = {
    "Cifre": "Számok",
    "Biblioteca în cifre": "A könyvtár számokban",
    "Cărți": "Könyvek",
    "{n} carte": "{n} könyv",
    "{n} de cărți": "{n} könyv",
    "Mulțumiți": "Elégedettek",
    LATER: "Tavaly az olvasók {{ loans }} kölcsönzésével tértek haza.",
    "Ce spun ei": "Mit mondanak",
    "Sunt mulțumiți {{ satisfied }} dintre ei: [Metoda](method.md).": (
        "Közülük {{ satisfied }} elégedett: [Módszer](method.md)."
    ),
    "Metoda": "Módszer",
    "Pasajul este căutat în textul sursei.": "A részletet a forrás szövegében keressük.",
}
BOUNDS = {
    "over %(figure)s": "több mint %(figure)s",
    "at least %(figure)s": "legalább %(figure)s",
    "about %(figure)s": "körülbelül %(figure)s",
    "nearly %(figure)s": "közel %(figure)s",
    "up to %(figure)s": "legfeljebb %(figure)s",
    "under %(figure)s": "kevesebb mint %(figure)s",
}
"""The words before a figure, which the text is read by as well."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A Romanian site."""
    return write_site(tmp_path / "site", SITE)


def done(root: Path, *arguments: str | Path) -> str:
    """Run a command that must end well; give what it said."""
    ended = run_here(*arguments, "--root", root)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def publish_drafts(root: Path, tag: str) -> None:
    """Take away the mark of a draft, as the keeper does who takes a translation over."""
    for path in (root / "content" / tag).glob("*.md"):
        path.write_text(path.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")


def change_the_original(root: Path) -> None:
    """Change a sentence while the translators are at work."""
    path = root / "content/ro/index.md"
    path.write_text(path.read_text(encoding="utf-8").replace(FIRST, LATER), encoding="utf-8")


def test_german_with_gettext(site: Path, tmp_path: Path) -> None:
    """A PO file is filled in, brought up to date by `msgmerge`, checked by `msgfmt`, and taken over."""
    first, second, merged = (tmp_path / name for name in ("de.po", "new.po", "merged.po"))
    done(site, "new", "locale", "de")
    done(site, "export", "de", "-o", first)
    _fill(first, GERMAN)
    change_the_original(site)
    done(site, "export", "de", "-o", second)
    command: list[str | Path] = [program("msgmerge", "gettext"), "--quiet", "--output-file", merged, first, second]
    subprocess.run(command, check=True, timeout=600)
    left = polib.pofile(str(merged))
    assert [entry.msgid for entry in (*left.fuzzy_entries(), *left.untranslated_entries())] == [
        "Anul trecut cititorii au luat acasă %(loans)s."
    ]
    _fill(merged, GERMAN)
    check: list[str | Path] = [program("msgfmt", "gettext"), "--check", "--output-file", "/dev/null", merged]
    subprocess.run(check, check=True, timeout=600)
    done(site, "import", merged)
    publish_drafts(site, "de")
    _is_published(site, "de", ["20.480 Bücher", "mehr als 92,5\u00a0%", "Voriges Jahr", "Was sie sagen", "Methode"])


def _fill(path: Path, words: Mapping[str, str]) -> None:
    """Translate what is left, as a translator does in Poedit."""
    file = polib.pofile(str(path))
    for entry in file:
        if not entry.obsolete:
            entry.msgstr = words[entry.msgid]
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    file.save()


def test_hungarian_with_translate_toolkit(site: Path, tmp_path: Path) -> None:
    """An XLIFF 1.2 file is translated unit by unit, its figures kept as placeholders, and taken over."""
    done(site, "new", "locale", "hu")
    change_the_original(site)
    path = tmp_path / "hu.xlf"
    done(site, "export", "hu", "--format", "xliff-1.2", "-o", path)
    store = xliff.xlifffile.parsefile(str(path))  # type: ignore[no-untyped-call]
    for unit in store.units:
        (source,) = unit.rich_source
        marks = [part for part in source.flatten() if str(part).startswith("{")]
        unit.rich_target = [StringElem(_with_marks(HUNGARIAN[str(source)], marks))]
        unit.markfuzzy(value=False)
    store.savefile(str(path))
    done(site, "import", path)
    publish_drafts(site, "hu")
    _fill_interface(site / "locales/hu.po")
    _is_published(site, "hu", ["20\u00a0480 könyv", "több mint 92,5%", "Tavaly az olvasók", "Mit mondanak", "Módszer"])


def _fill_interface(path: Path) -> None:
    """Give every word of the interface in some form, as Poedit saves it; the tool has no Hungarian of its own."""
    file = polib.pofile(str(path))
    for entry in file.untranslated_entries():
        entry.msgstr = f"„{entry.msgid}”" if not entry.msgid_plural else ""
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, f"„{entry.msgid_plural}”")
    for entry in file:
        if entry.msgid in BOUNDS:
            entry.msgstr = BOUNDS[entry.msgid]
    file.save()
    subprocess.run([program("msgfmt", "gettext"), "--check", "-o", "/dev/null", path], check=True, timeout=600)


def _with_marks(text: str, marks: list[StringElem]) -> list[str | StringElem]:
    """A translation in which placeholders stand for the figures that it names."""
    parts: list[str | StringElem] = []
    for mark in marks:
        before, _, text = text.partition(str(mark))
        parts += [before, mark.copy()]  # type: ignore[no-untyped-call]
    return [*parts, text]


def _is_published(root: Path, tag: str, said: list[str]) -> None:
    """The language is complete, passes the strictest build, and its page says all this."""
    assert " complete" in done(root, "status")
    ended = run_here("build", "--root", root, "--strict", "--verify", "-q", "--base-url", "https://books.example/")
    assert (ended.returncode, ended.stdout) == (0, "")
    page = (root / "public" / tag / "index.html").read_text(encoding="utf-8")
    plain = re.sub(r"<[^>]*>", "", page)
    assert [words for words in said if words not in plain] == []

"""Translations are put back into sheets, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from lxml import etree

from factsheet.cli.exchange import MAX_BYTES, read_exchange
from factsheet.content.text import MAX_BYTES as MAX_SHEET
from factsheet.tools.exchange.xliff import NAMESPACE
from tests.support import run_here, tree, write_site
from tests.translating import ENGLISH, FILES, translated_site


def _export(root: Path, tag: str = "en", form: str = "po") -> Path:
    target = root.parent / f"{tag}.{form}"
    done = run_here("export", tag, "--format", form, "-o", target, "--root", root)
    assert done.returncode == 0, done.stderr
    return target


def _site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    translated_site(root)
    return root


def _edit(file: Path, change: Callable[[polib.POFile], None]) -> None:
    entries = polib.pofile(str(file))
    change(entries)
    entries.save()


def _entry(entries: polib.POFile, start: str) -> polib.POEntry:
    return next(entry for entry in entries if entry.msgid.startswith(start))


@pytest.mark.parametrize("form", ["po", "xliff"])
def test_nothing_changed_changes_nothing(tmp_path: Path, form: str) -> None:
    """A file that comes back as it went leaves every byte of the site as it was."""
    root = _site(tmp_path)
    before = tree(root)
    done = run_here("import", _export(root, form=form), "--root", root)
    assert (done.returncode, done.stdout) == (0, "")
    assert tree(root) == before


@pytest.mark.parametrize("form", ["xliff", "xliff-1.2"])
def test_placeholders_may_have_their_numbers_alone(tmp_path: Path, form: str) -> None:
    """Where a tool keeps only the ids of placeholders, in the source too, they are the figures of the original."""
    root = _site(tmp_path)
    file = _export(root, form=form)
    tree_of = etree.parse(str(file))
    for mark in [*tree_of.iterfind(".//{*}ph"), *tree_of.iterfind(".//{*}data")]:
        mark.text = None
        for name in {*mark.attrib} - {"id"}:
            del mark.attrib[name]
    text = etree.tostring(tree_of, encoding="unicode")
    assert "arrests }}</ph>" not in text
    file.write_text(text.replace("The operations led to", "Police made"), encoding="utf-8")
    done = run_here("import", file, "--root", root)
    assert (done.returncode, "Took over 1 text" in done.stderr) == (0, True)
    assert "\nPolice made {{ arrests }}." in (root / "content/en/index.md").read_text(encoding="utf-8")


def test_one_unit_is_one_block(tmp_path: Path) -> None:
    """A translation made with polib changes its own block, and not a byte beside it."""
    root = _site(tmp_path)
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Operațiunile").msgstr = "Police made %(arrests)s, 100%% of them at night."

    _edit(file, translate)
    assert run_here("import", file, "--root", root).returncode == 0
    wanted = ENGLISH.replace(
        "The operations led to {{arrests}}. The second\nsentence is here.",
        "Police made {{ arrests }}, 100% of them at night.",
    )
    assert (root / "content/en/index.md").read_text(encoding="utf-8") == wanted


def test_words_and_items_are_put_in_their_places(tmp_path: Path) -> None:
    """A label, a plural phrase and an item of a list are replaced where they stand, comments and quotes kept."""
    root = _site(tmp_path)
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Arestări").msgstr = "People: arrested"
        _entry(entries, "%(n)s arestare").msgstr = "%(n)s person arrested"
        _entry(entries, "O notă").msgstr = "It's a note."
        _entry(entries, "Al doilea").msgstr = "Point two."

    _edit(file, translate)
    assert run_here("import", file, "--root", root).returncode == 0
    wanted = (
        ENGLISH.replace("label: Arrests   #", 'label: "People: arrested"   #')
        .replace('"{n} arrest"', '"{n} person arrested"')
        .replace("'A note.'", "'It''s a note.'")
        .replace("- The second point.", "- Point two.")
    )
    assert (root / "content/en/index.md").read_text(encoding="utf-8") == wanted


def test_a_new_language_begins_with_an_import(tmp_path: Path) -> None:
    """Texts of a language without sheets make a draft in which they stand, the rest still in the original's words."""
    root = _site(tmp_path)
    file = _export(root, "de", "xliff")
    document = etree.parse(file)
    for unit in document.iterfind(f".//{{{NAMESPACE}}}unit"):
        (segment,) = unit.iterfind(f"{{{NAMESPACE}}}segment")
        source = segment[0]
        if source.text in {"Rezultate", "Cifrele"}:
            etree.SubElement(segment, f"{{{NAMESPACE}}}target").text = f"DE {source.text}"
    document.write(file)
    assert run_here("import", file, "--root", root).returncode == 0
    text = (root / "content/de/index.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: DE Cifrele\nsummary: Pe scurt.\ndraft: true\n")
    assert "\n# DE Rezultate\n\nOperațiunile au dus la {{ arrests }}." in text


def test_a_block_that_the_translation_lacks_is_added(tmp_path: Path) -> None:
    """A new item and a new paragraph of the original come after the blocks that stand before them there."""
    root = _site(tmp_path)
    original = FILES["content/ro/index.md"]
    original = original.replace("- Al doilea punct.\n", "- Al doilea punct.\n- Al treilea punct.\n")
    write_site(root, {"content/ro/index.md": original.replace("Ultimul", "## Nou\n\nUltimul")})
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Al treilea").msgstr = "The third point."
        _entry(entries, "Nou").msgstr = "New"

    _edit(file, translate)
    assert run_here("import", file, "--root", root).returncode == 0
    wanted = ENGLISH.replace("second point.\n", "second point.\n- The third point.\n\n## New\n")
    assert (root / "content/en/index.md").read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("No figure.", "T631"),
        ("%(arrests)s and %(arrests)s", "T631"),
        ("%(victims)s", "T631"),
        ("%(arrests)s and {{ growth }}", "T631"),
        ("%(arrests)s is 100% sure", "T633"),
        ("%(arrests)s\n\nand another paragraph", "T633"),
        ("# %(arrests)s", "T633"),
        ("%(arrests)s \u202egnihtyna\u202c", "F002"),
    ],
)
def test_what_would_lose_a_figure_or_a_block_is_refused(tmp_path: Path, target: str, code: str) -> None:
    """The unit is refused at its line of the file, the sheet stays as it was, and the others are taken over."""
    root = _site(tmp_path)
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Operațiunile").msgstr = target
        _entry(entries, "Cifrele").msgstr = "Other figures"

    _edit(file, translate)
    done = run_here("import", file, "--root", root)
    assert done.returncode == 1
    assert f" {code} " in done.stdout
    text = (root / "content/en/index.md").read_text(encoding="utf-8")
    assert text == (ENGLISH if code == "F002" else ENGLISH.replace("The figures", "Other figures"))


def test_a_text_whose_original_has_changed_is_refused(tmp_path: Path) -> None:
    """What was translated from another text than that of today is not taken over."""
    root = _site(tmp_path)
    file = _export(root)
    changed = FILES["content/ro/index.md"].replace("Al doilea punct.", "Alt punct.")
    write_site(root, {"content/ro/index.md": changed})

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Al doilea").msgstr = "Point two."

    _edit(file, translate)
    done = run_here("import", file, "--root", root)
    assert (done.returncode, " T632 " in done.stdout) == (1, True)
    assert (root / "content/en/index.md").read_text(encoding="utf-8") == ENGLISH


def test_figures_may_change_places(tmp_path: Path) -> None:
    """A translation is free to order its figures as its language wants."""
    root = _site(tmp_path)
    original = FILES["content/ro/index.md"].replace("la {{ arrests }}", "la {{ arrests }} și {{ growth }}")
    write_site(root, {"content/ro/index.md": original})
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Operațiunile").msgstr = "%(growth)s and %(arrests)s."
        _entry(entries, "Operațiunile").flags.remove("fuzzy")

    _edit(file, translate)
    assert run_here("import", file, "--root", root).returncode == 0
    assert "{{ growth }} and {{ arrests }}." in (root / "content/en/index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"hello", b"<xliff/>", b"\x00"])
def test_a_file_that_is_none_is_a_finding(tmp_path: Path, data: bytes) -> None:
    """Anything else than an exported file is refused without a traceback, and nothing is written."""
    root = _site(tmp_path)
    before = tree(root)
    (tmp_path / "bad").write_bytes(data)
    done = run_here("import", tmp_path / "bad", "--root", root)
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert tree(root) == before


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is wrong usage."""
    assert run_here("import", tmp_path / "none.po", "--root", _site(tmp_path)).returncode == 2


def test_a_file_without_its_language_is_known_by_its_name(tmp_path: Path) -> None:
    """Where a tool has left out the header, the name says the language; where that says none, the way out does."""
    root = _site(tmp_path)
    file = _export(root)
    text = file.read_text(encoding="utf-8").partition("\n\n")[2]
    file.write_text(text, encoding="utf-8")
    assert run_here("import", file, "--root", root).returncode == 0
    other = file.rename(file.with_name("back.po"))
    done = run_here("import", other, "--root", root)
    assert (done.returncode, "name it for its language, as in de.po" in done.stderr) == (2, True)


def test_texts_that_changed_places_are_told_once(tmp_path: Path) -> None:
    """Where a script has written originals for translations, one finding says so for all of them."""
    root = _site(tmp_path)
    file = _export(root)

    def exchange(entries: polib.POFile) -> None:
        for entry in entries:
            if entry.msgstr and not entry.fuzzy:
                entry.msgid, entry.msgstr = entry.msgstr, entry.msgid

    _edit(file, exchange)
    done = run_here("import", file, "--root", root)
    assert (done.returncode, done.stdout.count("T632"), "have changed places" in done.stdout) == (1, 1, True)


def test_what_is_not_taken_over_yet_is_not_overwritten(tmp_path: Path) -> None:
    """`export` keeps a file that holds translations which the sheets lack; taken over, it may be written anew."""
    root = _site(tmp_path)
    file = _export(root)
    _edit(file, lambda entries: setattr(_entry(entries, "Operațiunile"), "msgstr", "Police made %(arrests)s."))
    again = ("export", "en", "--format", "po", "-o", file, "--root", root)
    before = file.read_bytes()
    done = run_here(*again)
    assert (done.returncode, "not in the sheets yet: 1" in done.stderr, file.read_bytes()) == (2, True, before)
    assert run_here("import", file, "--root", root).returncode == 0
    assert run_here(*again).returncode == 0


def test_sheets_and_words_that_are_no_more_are_refused(tmp_path: Path) -> None:
    """A unit of a sheet that has gone, or of a word that has no place in the translation, is told and left out."""
    root = _site(tmp_path)
    (tmp_path / "a.po").write_text(
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgctxt "gone#title"\nmsgid "a"\nmsgstr "b"\n\n'
        'msgctxt "index#nothing"\nmsgid "a"\nmsgstr "b"\n',
        encoding="utf-8",
    )
    done = run_here("import", tmp_path / "a.po", "--root", root)
    assert (done.returncode, done.stdout.count(" T632 ")) == (1, 2)


def test_words_stay_on_one_line_and_charts_in_their_list(tmp_path: Path) -> None:
    """A title of two lines is refused, and so is the title of a chart that the translation does not list."""
    root = _site(tmp_path)
    charts = "charts: [{id: c, type: bars, title: Grafic, metrics: [arrests]}]\nliterals:"
    write_site(root, {"content/ro/index.md": FILES["content/ro/index.md"].replace("literals:", charts)})
    write_site(root, {"content/en/index.md": ENGLISH.replace("metrics:", "charts: []\nmetrics:")})
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        _entry(entries, "Cifrele").msgstr = "Two\nlines"
        _entry(entries, "Grafic").msgstr = "Chart"

    _edit(file, translate)
    before = tree(root)
    done = run_here("import", file, "--root", root)
    assert (done.returncode, done.stdout.count(" T633 ")) == (1, 2)
    assert tree(root) == before


def test_a_broken_xliff_unit_is_refused(tmp_path: Path) -> None:
    """A placeholder that nobody knows is not taken for text."""
    root = _site(tmp_path)
    file = _export(root, form="xliff")
    text = file.read_text(encoding="utf-8").replace("<target>Results</target>", '<target>R<ph id="9"/></target>')
    file.write_text(text, encoding="utf-8")
    done = run_here("import", file, "--root", root)
    assert (done.returncode, " T633 " in done.stdout) == (1, True)


def test_a_whole_site_fits_into_one_file() -> None:
    """A file is taken back though it is larger than any sheet may be; beyond all measure it is refused."""
    head = b'msgid ""\nmsgstr "Language: en\\n"\n\n'
    large = head + b"# a comment of a translator\n" * 50_000
    assert len(large) > MAX_SHEET
    assert read_exchange("a.po", large) == ("en", [], [])
    assert [problem.code for problem in read_exchange("a.po", b"#" * (MAX_BYTES + 1))[2]] == ["F012"]


def test_bytes_that_are_no_text_are_placed() -> None:
    """What is not UTF-8 is told at its line."""
    (problem,) = read_exchange("a.po", b"# a\n# \xff\n")[2]
    assert (problem.code, problem.place.line) == ("F001", 2)


def test_each_text_is_marked_by_its_own_state(tmp_path: Path) -> None:
    """What comes back as translated is current; what is fuzzy or untouched stays behind, whatever came with it."""
    root = _site(tmp_path)
    romanian = root / "content/ro/index.md"
    text = romanian.read_text(encoding="utf-8")
    changed = text.replace("Operațiunile", "Toate operațiunile").replace("title: ", "title: Noile ")
    romanian.write_text(changed, encoding="utf-8")
    file = _export(root)
    assert sum("fuzzy" in entry.flags for entry in polib.pofile(str(file))) == 2

    def confirm(entries: polib.POFile) -> None:
        entry = _entry(entries, "Toate operațiunile")
        entry.flags = [flag for flag in entry.flags if flag not in {"fuzzy", "python-format"}]

    _edit(file, confirm)
    assert run_here("import", file, "--root", root).returncode == 0
    assert sum("fuzzy" in entry.flags for entry in polib.pofile(str(_export(root)))) == 1
    assert run_here("import", _export(root), "--root", root).returncode == 0
    assert sum("fuzzy" in entry.flags for entry in polib.pofile(str(_export(root)))) == 1


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    """Tools of Windows write UTF-16: it is read as what it is."""
    root = _site(tmp_path)
    file = _export(root, form="xliff-1.2")
    text = file.read_text(encoding="utf-8").replace("UTF-8", "UTF-16")
    file.write_bytes(text.encode("utf-16"))
    done = run_here("import", file, "--root", root)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_fuzzy_text_that_was_changed_is_told(tmp_path: Path) -> None:
    """A new text that is marked as a guess stays out, and its line is told; one that is as it was is silent."""
    root = _site(tmp_path)
    file = _export(root)

    def translate(entries: polib.POFile) -> None:
        for start in ("Operațiunile", "Primul"):
            _entry(entries, start).flags.append("fuzzy")
        _entry(entries, "Operațiunile").msgstr = "Police made %(arrests)s."

    _edit(file, translate)
    before = tree(root)
    done = run_here("import", file, "--root", root)
    assert (done.returncode, done.stdout.count(" T633 ")) == (1, 1)
    assert "take `fuzzy` out of the line above it" in done.stdout
    assert tree(root) == before


@pytest.mark.parametrize("tag", ["en-GB", "fr"])
def test_a_language_that_the_site_does_not_have_is_no_new_one(tmp_path: Path, tag: str) -> None:
    """A region that a tool has added is that of the file's name; another language is asked about."""
    root = _site(tmp_path)
    file = _export(root)
    file.write_text(file.read_text("utf-8").replace("Language: en\\n", f"Language: {tag}\\n"), "utf-8")
    before = tree(root)
    done = run_here("import", file, "--root", root)
    assert done.returncode == (2 if tag == "fr" else 0)
    assert ("write en in its first lines" in done.stderr) == (tag == "fr")
    assert tree(root) == before
    other = file.rename(file.with_name("back.po"))
    assert "says that it is in en-GB" in run_here("import", other, "--root", root).stderr or tag == "fr"


def test_a_file_of_two_languages_of_the_site_is_asked_about(tmp_path: Path) -> None:
    """Where the first lines name one language and the file another, nothing is written."""
    root = _site(tmp_path)
    write_site(root, {"content/hu/index.md": "---\ntitle: A\ndraft: true\n---\n"})
    file = _export(root)
    file.write_text(file.read_text("utf-8").replace("Language: en\\n", "Language: hu\\n"), "utf-8")
    done = run_here("import", file, "--root", root, "--lang", "en")
    assert done.returncode == 2
    assert "says that it is in hu, and its name says en\n    write en in its first lines" in done.stderr


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("msgctxt ", "#. "), "keep the lines that begin with `msgctxt`"),
        (("made %(arrests)s", "made % (arrests)s"), "write %(arrests)s as it stands in the original"),
    ],
)
def test_what_a_tool_did_to_a_file_is_told(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    """Contexts that are gone and placeholders with a space in them are told once, with what to do."""
    root = _site(tmp_path)
    file = _export(root)
    _edit(file, lambda entries: setattr(_entry(entries, "Operațiunile"), "msgstr", "Police made %(arrests)s."))
    file.write_text(file.read_text("utf-8").replace(*change), "utf-8")
    done = run_here("import", file, "--root", root, "--lang", "en")
    assert (done.returncode, done.stdout.count(words)) == (1, 1)


def test_an_entity_that_xml_does_not_know_is_named(tmp_path: Path) -> None:
    """Web pages know `&nbsp;`, XML does not."""
    root = _site(tmp_path)
    file = _export(root, form="xliff-1.2")
    file.write_text(file.read_text("utf-8").replace("</target>", "&nbsp;</target>", 1), "utf-8")
    done = run_here("import", file, "--root", root, "--lang", "en")
    assert "its number, such as `&#160;`: XML knows no `&nbsp;`" in done.stdout


def test_a_text_that_begins_a_list_is_told(tmp_path: Path) -> None:
    """A number and a point make a list of a paragraph, unless a backslash stands between them."""
    root = _site(tmp_path)
    file = _export(root)
    _edit(file, lambda entries: setattr(_entry(entries, "Operațiunile"), "msgstr", "1. Police made %(arrests)s."))
    done = run_here("import", file, "--root", root, "--lang", "en")
    assert "write `\\` before the sign that it begins with" in done.stdout


def test_an_export_leaves_catalogues_alone(tmp_path: Path) -> None:
    """The texts of sheets never take the place of the words of the interface."""
    root = write_site(_site(tmp_path), {"locales/en.po": "# mine\n"})
    done = run_here("export", "en", "-o", root / "locales/en.po", "--root", root, "--lang", "en")
    assert (done.returncode, (root / "locales/en.po").read_text("utf-8")) == (2, "# mine\n")
    assert "name a file elsewhere" in done.stderr

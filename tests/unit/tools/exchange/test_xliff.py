"""Units as XLIFF 2, judged by the structure that OASIS gives it and by translate-toolkit."""

from pathlib import Path

import pytest
from lxml import etree
from translate.storage import xliff, xliff2

from factsheet.content.languages import find_languages
from factsheet.site.site import Site
from factsheet.tools.exchange.units import PLACEHOLDER, units
from factsheet.tools.exchange.xliff import NAMESPACE, OLD_NAMESPACE, from_xliff, to_old_xliff, to_xliff
from tests.support import codes, write_site
from tests.translating import FILES, site_of, translated_site

PATH = {"x": NAMESPACE}


def _exported(site: Site, tag: str = "en") -> str:
    found, _ = find_languages([tag, "ro"], site.settings)
    language = next(language for language in found if language.tag == tag)
    return to_xliff(units(site, language), language, site.reference)


def test_the_file_has_the_structure_of_the_standard(tmp_path: Path) -> None:
    """It keeps the order of elements, the uniqueness of ids and the references that the core schema asks for."""
    root = etree.fromstring(_exported(translated_site(tmp_path)).encode())
    assert root.tag == f"{{{NAMESPACE}}}xliff"
    assert [root.get(name) for name in ("version", "srcLang", "trgLang")] == ["2.0", "ro", "en"]
    files = root.findall("x:file", PATH)
    assert [file.get("id") for file in files] == ["f1"]
    for file in files:
        ids = [unit.get("id") for unit in file]
        assert len(set(ids)) == len(ids) == 12
    for unit in root.iterfind(".//x:unit", PATH):
        order = [etree.QName(child).localname for child in unit]
        assert order in (["notes", "segment"], ["notes", "originalData", "segment"])
        data = {item.get("id") for item in unit.iterfind("x:originalData/x:data", PATH)}
        assert {ph.get("dataRef") for ph in unit.iterfind(".//x:ph", PATH)} == data
        for side in unit.iterfind("x:segment/*", PATH):
            marks = [ph.get("id") for ph in side]
            assert len(set(marks)) == len(marks)
        assert unit.xpath("string(x:segment/@state)", namespaces=PATH) in {"initial", "translated"}


@pytest.mark.parametrize("tag", ["en", "ar", "zh-Hans"])
def test_the_file_is_valid(tmp_path: Path, tag: str) -> None:
    """A schema written after the standard finds no fault, and finds those that are put in."""
    schema = etree.XMLSchema(etree.parse(Path(__file__).with_name("xliff-core.xsd")))
    text = _exported(translated_site(tmp_path), tag)
    schema.assertValid(etree.fromstring(text.encode()))
    for good, bad in (('id="u2"', 'id="u1"'), ("<source>", "<target>x</target><source>"), ('state="', 'status="')):
        assert good in text
        assert not schema.validate(etree.fromstring(text.replace(good, bad).encode()))


def test_figures_may_be_neither_lost_nor_copied(tmp_path: Path) -> None:
    """Each figure is a `ph` that tools protect, the same one on both sides."""
    root = etree.fromstring(_exported(translated_site(tmp_path)).encode())
    marks = [ph for ph in root.iterfind(".//x:ph", PATH) if ph.get("equiv") == "arrests"]
    assert [(ph.get("id"), ph.get("canCopy"), ph.get("canDelete"), ph.get("disp")) for ph in marks] == [
        ("1", "no", "no", "{{ arrests }}")
    ] * 2


def test_another_implementation_reads_the_file(tmp_path: Path) -> None:
    """translate-toolkit sees every unit, its text and whether it is translated."""
    store = xliff2.Xliff2File.parsestring(_exported(translated_site(tmp_path)).encode())  # type: ignore[no-untyped-call]
    texts = {str(unit.source): str(unit.target) for unit in store.units}
    assert len(texts) == 12
    assert texts["Cifrele"] == "The figures"
    assert all(unit.istranslated() for unit in store.units)


def test_stale_and_new_texts_are_initial(tmp_path: Path) -> None:
    """What is to be done is marked so that tools show it."""
    translated_site(tmp_path)
    changed = FILES["content/ro/index.md"].replace("Al doilea punct.", "Alt punct.") + "\nNou.\n"
    root = etree.fromstring(_exported(site_of(write_site(tmp_path, {"content/ro/index.md": changed}))).encode())
    initial = root.iterfind(".//x:segment[@state='initial']/x:source", PATH)
    assert [source.text for source in initial] == ["Alt punct.", "Nou."]


def test_a_file_is_read_back(tmp_path: Path) -> None:
    """Each translation comes back under its name, with its figures as sheets have them."""
    tag, imported, problems = from_xliff("en.xlf", _exported(translated_site(tmp_path)))
    assert (tag, problems, len(imported)) == ("en", [], 12)
    assert imported[9].target == "The first point, with {{ growth }};"
    assert imported[9].name.startswith("index#")
    assert imported[0].place.line == 11


HEAD = f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="ro" trgLang="en"><file id="f"><unit id="u" name="index#t">'


def test_a_sign_of_xml_that_was_typed_as_it_is() -> None:
    """An ampersand alone is told at its place, with how it is written."""
    (problem,) = from_xliff("a.xlf", f"{HEAD}\n<segment><target>A & B</target>")[2]
    assert (problem.code, problem.variant, problem.place.column) == ("T630", "sign", 20)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "<html/>",
        "<xliff version='1.1' xmlns='urn:oasis:names:tc:xliff:document:1.1'/>",
        '<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        HEAD,
        f"{HEAD}<segment><source>&unknown;</source></segment></unit></file></xliff>",
    ],
)
def test_what_is_no_such_file_is_a_finding(text: str) -> None:
    """Broken XML, other formats and documents with a type declaration are refused, nothing is expanded."""
    _, imported, problems = from_xliff("a.xlf", text)
    assert imported == []
    assert codes(problems) == ["T630"]


@pytest.mark.parametrize(
    "target",
    ['a<ph id="9" dataRef="d9"/>', 'a<pc id="1">b</pc>', 'a<cp hex="0001"/>', 'a<b xmlns="urn:x">c</b>'],
)
def test_foreign_elements_never_pass_for_text(target: str) -> None:
    """A placeholder nobody knows, or markup in a text, comes back as something that no import takes."""
    text = f"{HEAD}<segment><source>x</source><target>{target}</target></segment></unit></file></xliff>"
    _, imported, problems = from_xliff("a.xlf", text)
    assert problems == []
    assert [(bool(item.fault), item.confirmed) for item in imported] == [(True, False)]


def test_marks_and_segments_of_a_tool_are_joined() -> None:
    """A unit that a tool cut into segments, with notes marked in it, is one text again."""
    text = (
        f"{HEAD}<segment><source>a. </source><target>A. </target></segment>"
        '<segment><source>b</source><target><mrk id="m" type="term">B</mrk></target></segment></unit></file></xliff>'
    )
    (item,) = from_xliff("a.xlf", text)[1]
    assert (item.source, item.target) == ("a. b", "A. B")


def test_version_1_2_goes_and_comes_back(tmp_path: Path) -> None:
    """translate-toolkit reads the file of version 1.2 with all its texts, and what comes back is what went."""
    site = translated_site(tmp_path)
    language = site.by_tag["en"]
    text = to_old_xliff(units(site, language), language, site.reference)
    store = xliff.xlifffile.parsestring(text.encode())  # type: ignore[no-untyped-call]
    assert len(store.units) == len(list(units(site, language)))
    tag, imported, problems = from_xliff("en.xlf", text)
    assert (tag, problems) == ("en", [])
    known = {unit.name: unit for unit in units(site, language)}
    assert {item.name for item in imported} == {name for name, unit in known.items() if unit.target}
    for item in imported:
        unit = known[item.name]
        assert (spaced(item.source), spaced(item.target)) == (spaced(unit.source), spaced(unit.target))
        assert item.confirmed != unit.stale


def spaced(text: str) -> str:
    """A text with each reference written in one way."""
    return PLACEHOLDER.sub(lambda found: f"{{{{ {found[1] or found[2]} }}}}", text)


OLD = (
    f'<xliff xmlns="{OLD_NAMESPACE}" version="1.2"><file target-language="en"><body>'
    '<trans-unit id="u1" resname="index#x">{}<alt-trans><source>q</source><target>w</target></alt-trans></trans-unit>'
    "</body></file></xliff>"
)


@pytest.mark.parametrize(
    ("unit", "target", "confirmed"),
    [
        ('<source>a <ph id="1">{{ a }}</ph></source><target>b <ph id="1"/></target>', "b {{ a }}", "yes"),
        ('<source>a <ph id="1">{{ a }}</ph></source><target>b <x id="1"/></target>', "b {{ a }}", "yes"),
        ('<source>a</source><target state="translated">b</target>', "b", "yes"),
        ('<source>a</source><target state="needs-translation">b</target>', "b", "no"),
        ('<source>a</source><target>b <ph id="7"/></target>', "b ", "a placeholder is not known"),
        ('<source>a</source><target state="final"> </target>', " ", "it is empty, and its state is `final`"),
    ],
)
def test_what_tools_leave_out_is_known_from_the_source(unit: str, target: str, confirmed: str) -> None:
    """An empty placeholder is that of the source with its id; suggestions beside a text are none of it."""
    ((item,), problems) = from_xliff("a.xlf", OLD.format(unit))[1:]
    assert (item.target, item.fault or ["no", "yes"][item.confirmed], problems) == (target, confirmed, [])


def test_a_placeholder_of_version_2_may_have_its_id_alone() -> None:
    """Where a tool leaves out `dataRef`, the id leads to the figure."""
    unit = (
        '<originalData><data id="d1">{{ a }}</data></originalData><segment><source><ph id="1" dataRef="d1"/></source>'
    )
    text = f'{HEAD}{unit}<target>b <ph id="1"/></target></segment></unit></file></xliff>'
    (item,) = from_xliff("a.xlf", text)[1]
    assert item.target == "b {{ a }}"

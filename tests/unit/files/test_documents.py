"""The text of documents is found without the programs that wrote them."""

import builtins
import io
import zipfile
from pathlib import Path

import pytest

from factsheet.files.documents import NoText, text_of

WORD = """<?xml version="1.0"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>Au fost </w:t></w:r><w:ins><w:r><w:t>1.209</w:t></w:r></w:ins>
<w:del><w:r><w:delText>1.290</w:delText></w:r></w:del><w:r><w:t> arestări.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Țara</w:t><w:tab/><w:t>2024</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
NOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote><w:p><w:r><w:t>Date provizorii.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
OPEN = """<office:document-content xmlns:office="o" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><text:tracked-changes><text:p>1.290</text:p></text:tracked-changes>
<text:h>Bilanț</text:h><text:p>Au fost<text:s/>1.209<text:line-break/>arestări.</text:p>
</office:body></office:document-content>"""


def archive(root: Path, **parts: str) -> Path:
    """A file that is an archive with these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, text in parts.items():
            written.writestr(name.replace("__", "/") + ".xml", text)
    file = root / "raport.docx"
    file.write_bytes(data.getvalue())
    return file


def pdf(root: Path, line: str) -> Path:
    """A PDF of one page with one line."""
    stream = f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode() if line else b""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%bendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + table + end
    file = root / "raport.pdf"
    file.write_bytes(data)
    return file


def test_a_word_file(tmp_path: Path) -> None:
    """Paragraphs, cells and notes are lines; what was deleted is left out, and what was put in is kept."""
    file = archive(tmp_path, word__document=WORD, word__footnotes=NOTES)
    assert text_of(file) == "Au fost 1.209 arestări.\nȚara\t2024\n\nDate provizorii.\n"


def test_an_open_document(tmp_path: Path) -> None:
    """Headings and paragraphs are lines, and deleted ones are left out."""
    assert text_of(archive(tmp_path, content=OPEN)) == "Bilanț\nAu fost 1.209\narestări.\n"


def test_a_pdf(tmp_path: Path) -> None:
    """Its pages are read where pypdf is installed."""
    pytest.importorskip("pypdf")
    assert text_of(pdf(tmp_path, "1,209 arrests")) == "1,209 arrests\n"
    with pytest.raises(NoText, match="only pictures"):
        text_of(pdf(tmp_path, ""))


def test_a_pdf_without_pypdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be installed is said."""
    real = builtins.__import__

    def without(name: str, *rest: object, **named: object) -> object:
        if name.startswith("pypdf"):
            raise ImportError(name)
        return real(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NoText, match="pypdf is not installed") as none:
        text_of(pdf(tmp_path, "x"))
    assert none.value.lacks_pypdf


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("<w:document>", "cannot be read"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "declares entities"),
        ("<x/>", "only pictures"),
    ],
)
def test_what_gives_no_text(tmp_path: Path, part: str, reason: str) -> None:
    """Damaged parts, entities that may grow without end, and empty texts are refused with the reason."""
    with pytest.raises(NoText, match=reason):
        text_of(archive(tmp_path, word__document=part))


@pytest.mark.parametrize("data", [b"PK\x03\x04damaged", b"plain text", b"%PDF-1.4 damaged"])
def test_damaged_files(tmp_path: Path, data: bytes) -> None:
    """A file that is none of these, or is damaged, is refused."""
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    with pytest.raises(NoText):
        text_of(file)


def test_other_archives_and_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A spreadsheet is no text; what is too large is not read, packed or unpacked."""
    with pytest.raises(NoText, match="neither a Word file"):
        text_of(archive(tmp_path, xl__workbook="<x/>"))
    file = archive(tmp_path, word__document=WORD + " " * 50_000)
    monkeypatch.setattr("factsheet.files.documents.MAX_BYTES", 2000)
    with pytest.raises(NoText, match="unpacked"):
        text_of(file)
    monkeypatch.setattr("factsheet.files.documents.MAX_BYTES", 10)
    with pytest.raises(NoText, match="larger than 50 MB"):
        text_of(file)

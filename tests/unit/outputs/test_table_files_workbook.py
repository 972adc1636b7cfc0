"""The workbook of a table opens in LibreOffice with its numbers as numbers, whatever the language of the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from factsheet.content.model import Table
from factsheet.content.tables import read_rows
from factsheet.core.problems import Place
from tests.support import SMALL_SITE, write_site
from tests.tabulated import TABLE_SITE

OFFICE = shutil.which("soffice")
LANGUAGE = """<?xml version="1.0"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item></oor:items>
"""


def _opened(folder: Path, workbook: bytes, language: str) -> list[list[tuple[str, str]]]:
    """What LibreOffice in a language reads in a workbook: each cell with `text`, or nothing where it is a number."""
    profile = folder / "profile"
    write_site(folder, {"t.xlsx": workbook, "profile/user/registrymodifications.xcu": LANGUAGE.format(language)})
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", folder, folder / "t.xlsx"], check=True, capture_output=True, timeout=120)
    rows = read_rows("t.ods", (folder / "t.ods").read_bytes(), Table(id="t", place=Place("t")))[0]
    return [[(cell.text, cell.marked) for cell in row] for row in rows]


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="not tested, for want of LibreOffice")
@pytest.mark.parametrize("language", ["ro-RO", "en-US"])
def test_libreoffice_finds_numbers(tmp_path: Path, language: str) -> None:
    """A machine that writes decimals with a comma reads the same numbers as one that writes a point."""
    made = build(write_site(tmp_path / "site", TABLE_SITE), Options()).artifacts
    table = _opened(tmp_path / "table", made["ro/index/table-hicp.xlsx"], language)
    assert table[1] == [("România", "text"), ("5.3", ""), ("4.8", ""), ("40", "")]
    made = build(write_site(tmp_path / "small", SMALL_SITE), Options()).artifacts
    heads, figure = _opened(tmp_path / "figures", made["ro/figures.xlsx"], language)
    assert dict(zip(heads, figure, strict=True))[("value", "text")] == ("1209", "")

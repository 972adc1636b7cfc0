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
from tests.support import write_site
from tests.tabulated import TABLE_SITE

OFFICE = shutil.which("soffice")
LANGUAGE = """<?xml version="1.0"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item></oor:items>
"""


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="not tested, for want of LibreOffice")
@pytest.mark.parametrize("language", ["ro-RO", "en-US"])
def test_libreoffice_finds_numbers(tmp_path: Path, language: str) -> None:
    """A machine that writes decimals with a comma reads the same numbers as one that writes a point."""
    profile = tmp_path / "profile"
    made = build(write_site(tmp_path / "site", TABLE_SITE), Options()).artifacts["ro/index/table-hicp.xlsx"]
    write_site(tmp_path, {"t.xlsx": made, "profile/user/registrymodifications.xcu": LANGUAGE.format(language)})
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "t.xlsx"], check=True, capture_output=True, timeout=120)
    rows = read_rows("t.ods", (tmp_path / "t.ods").read_bytes(), Table(id="t", place=Place("t")))[0]
    assert [(cell.text, cell.marked) for cell in rows[1]] == [("România", "text"), ("5.3", ""), ("4.8", ""), ("40", "")]

"""A first hour: from nothing to an own site, and the slips on the way, each answered by what to do."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from factsheet.cli import main
from tests.previewing import ROOT, preview

SLIPS = tomllib.loads(Path(__file__).with_name("first_hour.toml").read_text("utf-8"))
ENCODINGS = {"another encoding": "cp1250"}


@pytest.mark.parametrize("name", SLIPS)
def test_each_slip_is_answered(site: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """The answer names the place of the slip and what to write there, without a word of Python."""
    path, before, after, place, says, *ends = SLIPS[name]
    file = site / path
    assert not before or before in file.read_text("utf-8")
    text = file.read_text("utf-8").replace(before, after, 1) if before else after
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding=ENCODINGS.get(name, "utf-8"))
    code = main(["check", "--root", str(site), "--strict"])
    out, err = capfd.readouterr()
    assert [code] == (ends or [1])
    answers = re.split(r"\n(?=\S+:\d+:\d+: [A-Z]\d{3} )", out)
    assert any(answer.startswith(place) and says in answer for answer in answers), out
    assert "Traceback" not in out + err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["buidl"], "build"),
        (["serve", "--port", "eight"], "whole number"),
        (["check", "--root", "nowhere"], "--root"),
        (["explain", "P999"], "P"),
        (["new", "locale", "romanian"], "language"),
        (["new", "sheet", "!!!"], "our-method"),
        (["serve", "--editor", "notepad"], "code"),
        (["build", "--base-url", "example.org"], "https://"),
    ],
)
def test_wrong_commands_are_answered(
    site: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    """A command that is written wrongly ends with code 2 and names the right way."""
    given = arguments if "--root" in arguments else [*arguments, "--root", str(site)]
    try:
        code = main(given)
    except SystemExit as ended:
        code = int(str(ended.code))
    out, err = capfd.readouterr()
    assert code == 2
    assert says in out + err
    assert "Traceback" not in out + err


def test_a_folder_in_use_is_not_touched(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`new site` in a folder that holds something, and `new sheet` of one that is there, change nothing."""
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert main(["new", "site", str(site)]) == 2
    assert "not empty" in capfd.readouterr().err
    assert main(["new", "sheet", "method", "--root", str(site)]) == 2
    assert "there already" in capfd.readouterr().err
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_new_site_is_proven(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A site with an address and a publisher of its own passes the strictest check, and is published whole."""
    assert main(["check", "--strict", "--root", str(site)]) == 0
    assert main(["build", "--strict", "--root", str(site), "-q"]) == 0
    capfd.readouterr()
    page = (site / "public/en/index.html").read_text(encoding="utf-8")
    assert "20,480 books" in page
    assert not (site / "public/sources").exists()


def test_a_new_site_asks_for_an_address_and_a_publisher(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Until site.toml names an address and a publisher, both are warned of, and nothing else is."""
    folder = tmp_path / "new"
    assert main(["new", "site", str(folder)]) == 0
    assert main(["check", "--root", str(folder)]) == 0
    capfd.readouterr()
    assert main(["build", "--strict", "-q", "--root", str(folder)]) == 1
    out = capfd.readouterr().out
    assert re.findall(r"^site\.toml:(\d+):1[23]: (\S+) `(\w+)`", out, re.MULTILINE) == [
        ("12", "O707", "base_url"),
        ("15", "O707", "publisher"),
    ]
    assert main(["check", "--base-url", "https://books.example/", "--root", str(folder)]) == 0
    assert "`base_url`" not in capfd.readouterr().out


def test_a_new_site_loads_no_server(tmp_path: Path) -> None:
    """`new site` starts without the packages of the preview, which are the dearest to load."""
    code = "import sys; from factsheet.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", code, "new", "site", str(tmp_path / "x")]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "factsheet.cli.new" in loaded
    assert loaded.isdisjoint({"asyncio", "livereload", "tornado", "watchfiles"})


def test_a_new_sheet_is_in_every_language(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`new sheet` makes a draft in each language, which no build publishes and the preview shows."""
    assert main(["new", "sheet", "2025/victims", "--root", str(site)]) == 0
    assert main(["build", "--root", str(site), "-q"]) == 0
    capfd.readouterr()
    assert (site / "content/en/2025/victims.md").exists()
    assert not (site / "public/en/2025").exists()
    with preview(site) as running:
        assert running.ask("/en/2025/victims/").startswith(b"HTTP/1.1 200 ")


def test_the_schemas_know_the_new_site(site: Path) -> None:
    """The sheets and settings of a new site fit the schemas that editors are given with it."""
    schema = json.loads((site / ".vscode/sheet.schema.json").read_text(encoding="utf-8"))
    for path in site.glob("content/*/*.md"):
        head = path.read_text(encoding="utf-8").split("---")[1]
        entries = json.loads(json.dumps(yaml.safe_load(head), default=str))
        assert list(Draft202012Validator(schema).iter_errors(entries)) == []
        assert (path.parent / re.search(r"\$schema=(\S+)", head)[1]).resolve().exists()  # type: ignore[index] # it is there
    schema = json.loads((site / ".vscode/site.schema.json").read_text(encoding="utf-8"))
    settings = tomllib.loads((site / "site.toml").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(settings)) == []


def test_the_workflow_is_safe(site: Path) -> None:
    """The workflow's token may only read, and every action is pinned by digest."""
    text = (site / ".github/workflows/site.yml").read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {"contents": "read"}
    assert flow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    uses = re.findall(r"uses: (\S+)", text)
    assert uses
    assert [action for action in uses if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action)] == []

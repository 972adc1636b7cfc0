"""The main job: two languages in, a fact sheet out, and nothing published that is wrong."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.acceptance.polyglot import texts, values
from tests.support import ENGLISH, ROMANIAN, ROOT, SMALL_SITE, run_cli, run_here, tree, write_site

PHRASES = {
    "packages": ("13", "13 pachete de informații", "13 intelligence packages"),
    "actionable-points": ("17000", "peste 17.000 de puncte acționabile", "over 17,000 actionable points"),
    "operations": ("4", "4 operațiuni transfrontaliere", "4 cross-border operations"),
    "african-countries": ("19", "19 țări africane", "19 African countries"),
    "arrests": ("1209", "1.209 arestări", "1,209 arrests"),
    "recovered": ("97000000", "97 de milioane de dolari", "US$97 million"),
    "victims": ("120000", "peste 120.000 de victime", "over 120,000 victims"),
    "disrupted": ("678000000", "peste 678 de milioane de dolari", "over US$678 million"),
    "trained-countries": ("40", "peste 40 de țări", "over 40 countries"),
    "organisations": ("30", "peste 30 de organizații", "over 30 organisations"),
    "data-points-2024": ("10000", "peste 10.000 de date concrete", "over 10,000 data points"),
    "launch-year": ("2023", "2023", "2023"),
    "reporting-period": ("2024/2025", "2024–2025", "2024–2025"),
    "impact-report": ("2024", "2024", "2024"),
    "report-year": ("2025", "2025", "2025"),
}
"""Each figure of the site: its machine value, and what it says in Romanian and in English."""

RO, EN = "content/ro/index.md", "content/en/index.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, as the command line publishes it."""
    folder = tmp_path_factory.mktemp("site") / "public"
    done = run_cli("build", "--output", folder, "--no-cache", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A site of someone else: sheets in two languages and a site.toml of three lines."""
    return write_site(tmp_path / "foreign", SMALL_SITE)


@pytest.mark.parametrize("name", PHRASES)
def test_every_phrase_is_there(site: Path, name: str) -> None:
    """Each figure stands in both languages inside its element, with its machine value."""
    value, romanian, english = PHRASES[name]
    assert texts(site, "ro")[name] == romanian
    assert texts(site, "en")[name] == english
    assert values(site, "ro")[name] == values(site, "en")[name] == value


def test_no_figure_is_left_out(site: Path) -> None:
    """The front pages show these figures and no others, the same in both languages."""
    assert set(values(site, "ro")) == set(PHRASES)
    assert values(site, "ro") == values(site, "en")


def test_a_foreign_site_needs_content_and_three_lines(foreign: Path, tmp_path: Path) -> None:
    """`build --root X --output Y` publishes a site that has only sheets and settings, with all its parts."""
    output = tmp_path / "elsewhere" / "site"
    assert len(SMALL_SITE["site.toml"].splitlines()) == 3
    done = run_here("build", "--root", foreign, "--output", output, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    files = tree(output)
    assert {"index.html", "404.html", "sitemap.xml", "robots.txt", "_headers", "build-info.json"} <= files.keys()
    for tag in ("ro", "en"):
        assert {f"{tag}/{name}" for name in ("index.html", "figures.json", "figures.csv", "404.html")} <= files.keys()
    assert texts(output, "ro")["arrests"] == "1.209 arestări"
    assert texts(output, "en")["arrests"] == "1,209 arrests"


def changed(path: str, old: str, new: str) -> Mapping[str, str]:
    """The small site with words of one file replaced."""
    text = SMALL_SITE[path]
    assert old in text
    return {path: text.replace(old, new, 1)}


WRONG = {
    "a plural form is missing": (changed(RO, ', few: "{n} arestări"', ""), f"{RO}:7:11: N106", 'few: "{n} arestări"'),
    "a plural form is not of the language": (
        changed(EN, 'one: "{n} arrest"', 'one: "{n} arrest", many: "{n} arrests"'),
        f"{EN}:6:31: N107",
        "remove it",
    ),
    "a metric is unknown": (changed(EN, "{{ arrests }}", "{{ arests }}"), f"{EN}:8:23: R501", "`arrests`"),
    "a key stands twice": (
        changed(RO, "    value: 1209\n", "    value: 1209\n    value: 1290\n"),
        f"{RO}:6:5: F006",
        "",
    ),
    "a number is written the Romanian way": (changed(RO, "value: 1209", "value: 1.209"), f"{RO}:5:12: N103", "1209"),
    "the translation says another number": (
        changed(EN, "    label: Arrests", "    value: 1290\n    label: Arrests"),
        f"{EN}:5:12: P201",
        "inherits",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_not_published(foreign: Path, name: str) -> None:
    """The build ends with 1, tells file, line, column and a way out, and leaves the published site as it was."""
    files, place, fix = WRONG[name]
    output = foreign / "public"
    assert run_here("build", "--root", foreign, "--quiet").returncode == 0
    before = tree(output)
    write_site(foreign, files)
    done = run_here("build", "--root", foreign)
    said = (done.stdout + done.stderr).splitlines()
    assert done.returncode == 1
    where = next((number for number, line in enumerate(said) if line.startswith(place)), None)
    assert where is not None, said
    assert said[where + 1].startswith("    ")
    assert fix in said[where + 1]
    assert tree(output) == before


def test_all_that_is_wrong_is_told_at_once(foreign: Path) -> None:
    """Faults of several files and families are reported by one run, the originals first, in the order of lines."""
    write_site(
        foreign,
        {
            RO: ROMANIAN.replace("value: 1209", "value: 1.209").replace("label:", "lable:"),
            EN: ENGLISH.replace("{{ arrests }}", "{{ arests }}"),
        },
    )
    done = run_cli("check", "--root", foreign)
    found = [line.split(": ")[0] for line in (done.stdout + done.stderr).splitlines() if line.startswith("content/")]
    assert done.returncode == 1
    assert found == [f"{RO}:5:12", f"{RO}:6:5", f"{EN}:1:1", f"{EN}:8:23"]


def test_a_build_twice_gives_the_same_bytes(foreign: Path, tmp_path: Path) -> None:
    """Built again, into another folder, without the cache or with it, the site is the same byte for byte."""
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for folder, run, options in zip(folders, (run_cli, run_here, run_here), (["--no-cache"], [], []), strict=True):
        assert run("build", "--root", foreign, "--output", folder, "--quiet", *options).returncode == 0
    first, *others = [{path: data for path, data in tree(folder).items() if path[0] != "."} for folder in folders]
    assert others == [first, first]


@pytest.mark.parametrize("name", ["root", "slash", "empty", "foreign files", "content"])
def test_outputs_that_are_refused(foreign: Path, tmp_path: Path, name: str) -> None:
    """Publishing over the site itself, the whole disk, nothing, or someone's files is wrong usage: 2."""
    mine = tmp_path / "mine"
    write_site(mine, {"letter.txt": "dear"})
    outputs: dict[str, str | Path] = {
        "root": foreign,
        "slash": "/",
        "empty": "",
        "foreign files": mine,
        "content": foreign / "content",
    }
    before = tree(tmp_path)
    done = run_here("build", "--root", foreign, "--output", outputs[name])
    assert done.returncode == 2
    assert done.stdout + done.stderr != ""
    assert {path: data for path, data in tree(tmp_path).items() if ".cache" not in path} == before


def test_the_home_folder_is_refused(foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output equal to the home folder is refused, be it empty."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert run_here("build", "--root", foreign, "--output", tmp_path / "home").returncode == 2
    assert tree(tmp_path / "home") == {}


def test_files_of_others_stay(foreign: Path) -> None:
    """A file that was put into the published site by hand is still there after the next build."""
    assert run_here("build", "--root", foreign, "--quiet").returncode == 0
    write_site(foreign, {"public/CNAME": "facts.example\n", EN: ENGLISH.replace("operations", "efforts")})
    assert run_here("build", "--root", foreign, "--quiet").returncode == 0
    assert (foreign / "public/CNAME").read_text() == "facts.example\n"
    assert "efforts" in (foreign / "public/en/index.html").read_text("utf-8")


def test_strict_stops_at_warnings(foreign: Path) -> None:
    """A figure without proof is published, but not under `--strict`."""
    write_site(foreign, changed(RO, '    source: presa\n    quote: "1.209 arestări"\n', ""))
    assert run_here("check", "--root", foreign).returncode == 0
    assert run_here("check", "--root", foreign, "--strict").returncode == 1


def test_bad_settings_are_wrong_usage(foreign: Path) -> None:
    """A fault in site.toml ends with 2, at its line."""
    write_site(foreign, {"site.toml": SMALL_SITE["site.toml"] + 'tittle = "x"\n'})
    done = run_cli("check", "--root", foreign)
    assert done.returncode == 2
    assert "site.toml:4:1: C802" in done.stdout + done.stderr


def test_without_a_command_the_site_is_built(tmp_path: Path) -> None:
    """`python build.py` alone is `build`, in the folder it is called from."""
    write_site(tmp_path, SMALL_SITE)
    assert run_cli(cwd=tmp_path).returncode == 0
    assert (tmp_path / "public/ro/index.html").is_file()
    assert not (ROOT / "tests/public").exists()

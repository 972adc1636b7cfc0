"""The static files that templates name."""

from pathlib import Path

from factsheet.builder.pipeline import Options, build, check
from factsheet.core.codes import fix, message
from factsheet.core.problems import Problem
from tests.exhibits import published
from tests.support import SMALL_SITE, write_site

HEADER = '<p>{{ _("Sources") }}</p>\n<img src="{{ asset("logo.png") }}" alt="">\n'


def test_templates_ask_for_files_by_name(tmp_path: Path) -> None:
    """`asset` gives the address of a static file as seen from each page, and from the root where there is no folder."""
    files = {
        **SMALL_SITE,
        "static/logo.png": "png",
        "templates/parts/footer.html": HEADER,
        "templates/404.html": HEADER,
        "content/ro/b.md": "---\ntitle: B\n---\n",
        "content/en/b.md": "---\ntitle: B\n---\n",
    }
    built = published(tmp_path, files)
    (logo,) = (path for path in built.files if path.startswith("assets/logo."))
    assert f'src="../{logo}"' in built.text("ro/index.html")
    assert f'src="../../{logo}"' in built.text("en/b/index.html")
    assert f'src="/{logo}"' in built.text("ro/404.html")


def test_a_missing_file_is_told_at_its_line_by_check_and_build(tmp_path: Path) -> None:
    """A name that leads nowhere is found without rendering; one that is worked out is found when a page is rendered."""
    footer = HEADER + '{{ asset("icon.svgg") }}\n'
    site = write_site(tmp_path, {**SMALL_SITE, "templates/parts/footer.html": footer})
    expected = [
        (
            "templates/parts/footer.html:2:21",
            "there is no file `static/logo.png`",
            "put the file there, or correct its name",
        ),
        ("templates/parts/footer.html:3:11", "there is no file `static/icon.svgg`", "did you mean `static/icon.svg`?"),
    ]
    for work in (check, build):
        found = [told(one) for one in work(site, Options()).problems if one.code == "O712"]
        assert found == expected
    sheet = "\n\n{{ asset('lo' ~ 'go.png') }}"
    write_site(site, {"templates/parts/footer.html": "", "templates/sheet.html": sheet})
    assert {told(one)[:2] for one in build(site, Options()).problems if one.code == "O712"} == {
        ("templates/sheet.html:3:1", "there is no file `static/logo.png`")
    }


def told(problem: Problem) -> tuple[str, str, str]:
    """Where a fault is, what it is, and how to correct it."""
    return str(problem.place), message(problem), fix(problem)


def test_an_address_that_is_written_by_hand_is_told(tmp_path: Path) -> None:
    """A template that names a static file as a text does is shown how to ask for it."""
    header = '<a href="/">\n  <img src="/static/logo.png" alt=""></a>'
    site = write_site(tmp_path, {**SMALL_SITE, "static/logo.png": "png", "templates/parts/header.html": header})
    (problem,) = [one for one in check(site, Options()).problems if one.code == "O716"]
    assert told(problem) == (
        "templates/parts/header.html:2:13",
        "`/static/logo.png` leads nowhere: static files are published under names that hold a digest",
        'write `{{ asset("logo.png") }}`',
    )

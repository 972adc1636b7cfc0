"""What a state holds for: the same settings, languages, options and engine."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factsheet.builder import state
from factsheet.builder.options import Options, settings_of
from factsheet.builder.spill import Spill
from factsheet.builder.state import BuildState
from factsheet.content.sources import Sources
from factsheet.content.tracing import Trace
from tests.assembling import read

PLAIN = Options()


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """The sources of a small site."""
    return read(tmp_path)


def environment(sources: Sources, options: Options = PLAIN) -> str:
    """The digest of what all work stands on."""
    return BuildState.environment_of(sources, settings_of(sources, options)[0], options)


def test_nothing_is_remembered_at_first() -> None:
    """An empty state has no environment, no work and no texts."""
    empty = BuildState()
    assert (empty.environment, dict(empty.traces), dict(empty.texts("feed")), empty.gathered) == (
        "",
        {},
        {},
        frozenset(),
    )


def test_the_same_environment(sources: Sources) -> None:
    """Equal sources and options are one environment, whatever the order in which files were read."""
    turned = replace(sources, templates=dict(sorted(sources.templates.items(), reverse=True)))
    for options in (PLAIN, Options(pseudo=True)):
        assert environment(sources, options) == environment(turned, options)


def _more(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {**files, "new": b"x"}


@pytest.mark.parametrize("name", ["catalogs", "default_catalogs", "templates", "static"])
def test_shared_files_are_asked_for(sources: Sources, name: str) -> None:
    """A new template, static file or catalogue is told by the work that asks for it, but for pseudo-languages."""
    changed = replace(sources, **{name: _more(getattr(sources, name))})  # type: ignore[arg-type]
    assert environment(changed) == environment(sources)
    assert environment(changed, Options(pseudo=True)) != environment(sources, Options(pseudo=True))


def test_bytes_do_not_run_together(sources: Sources) -> None:
    """What moves from the end of one file to the beginning of the next is a change."""
    one = replace(sources, static={"a": b"xy", "b": b"z"})
    other = replace(sources, static={"a": b"x", "b": b"yz"})
    assert environment(one, Options(pseudo=True)) != environment(other, Options(pseudo=True))


@pytest.mark.parametrize(
    "options",
    [
        Options(pseudo=True),
        Options(plugins=False),
        Options(locales=("ro",)),
        Options(formats=("html",)),
    ],
)
def test_every_option_counts_but_what_work_asks_for(sources: Sources, options: Options) -> None:
    """An option changes the environment; the day, the address and drafts are asked for by the work that needs them."""
    assert environment(sources, options) != environment(sources)
    asked_for = replace(options, today=date(2025, 1, 1), base_url="https://other.example/", drafts=True)
    assert environment(sources, asked_for) == environment(sources, options)


def test_settings_and_languages_count(sources: Sources) -> None:
    """Another language, or way to write one, changes the environment; other settings and the text of a sheet do not."""
    first = next(iter(sources.content))
    written = sources.settings or b""
    assert environment(replace(sources, settings=written + b'[locales.en]\nname = "Anglais"\n')) != environment(sources)
    assert environment(replace(sources, settings=b'reference = "en"')) != environment(sources)
    assert environment(replace(sources, settings=b'publisher = "P"\n' + written)) == environment(sources)
    assert environment(replace(sources, content={**sources.content, "content/fr/a.md": b""})) != environment(sources)
    assert environment(replace(sources, content={**sources.content, first: b"other"})) == environment(sources)


def test_the_engine_counts(sources: Sources, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the engine, of Python or of a library does not trust what this one found."""
    before = environment(sources)
    monkeypatch.setattr(state, "engine", lambda: "another")
    assert environment(sources) != before


def made(**traces: str) -> dict[str, Trace]:
    """Work by name, each with what it asked for; `_` stands for a space in names."""
    return {name.replace("_", " "): Trace((asked,), name) for name, asked in traces.items()}


def test_of_a_build_that_was_not_published_the_files_are_left_out() -> None:
    """What it checked holds, and files that were made before and have not been made again; no others."""
    old = made(check_a="file a", render_a="file a", render_b="file b", site_feed="gathered feed", site_map="paths")
    answers = {"file a": "1", "file b": "1", "gathered feed": "1", "paths": "1"}
    before = BuildState(environment="e", traces=old, answers=answers, own={"feed": Spill()})
    new = {"render b": old["render b"], **made(check_a="file a", render_a="file a", site_feed="gathered feed")}
    after = BuildState(
        environment="e", traces=new, answers={**answers, "file a": "2", "paths": "2", "gathered feed": "2"}
    )
    left = after.unpublished(before)
    assert left.traces == {
        name: {**old, "check a": new["check a"]}[name] for name in ("check a", "render b", "site feed")
    }
    assert (left.answers["file a"], left.answers["gathered feed"]) == ("2", "1")
    assert (left.own, left.gathered) == (before.own, frozenset())


def test_what_another_folder_takes_over_says_nothing_of_files() -> None:
    """Nor does what is left where all work stood on something else before."""
    state = BuildState(environment="e", traces=made(check_a="file a", render_a="file a", site_map="paths"), answers={})
    assert list(state.without_files().traces) == ["check a"]
    assert list(state.unpublished(replace(state, environment="other")).traces) == ["check a"]

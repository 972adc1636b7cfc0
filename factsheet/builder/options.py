"""What the command line asks of a build, beside and over the settings of the site."""

from datetime import date
from pathlib import Path

from factsheet.content.config import read_settings
from factsheet.content.settings import Settings
from factsheet.content.sources import Sources
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the command line asks for, beside the settings of the site."""

    drafts: bool = False
    plugins: bool = True
    """Whether the plugins that site.toml names may run; where not, a site that names any is refused."""
    pseudo: bool = False
    base_url: str | None = None
    locales: tuple[str, ...] = ()
    sources: Path | None = None
    today: date | None = None
    formats: tuple[str, ...] = ()
    """What is made besides: each sheet as one file (`html`, `pdf`), and pages to search on (`search`)."""


def settings_of(sources: Sources, options: Options) -> tuple[Settings, list[Problem]]:
    """The settings of a build, some of which the command line may say."""
    settings, problems = read_settings(sources.settings)
    if options.base_url is None:
        return settings, problems
    about_the_file = [problem for problem in problems if (problem.code, problem.variant) != ("O707", "")]
    return replace(settings, base_url=options.base_url), about_the_file

"""The plugins of the site that is built. Nothing of them is imported before a site names one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.builder.options import Options
from factsheet.content.config import read_settings
from factsheet.content.settings import Settings
from factsheet.content.sources import Sources, read_plugins, read_settings_file
from factsheet.core.codes import report
from factsheet.core.problems import FactsheetError, Problem, WithProblem

if TYPE_CHECKING:
    from factsheet.builder.plugins.loading import Loaded

_HOME = "factsheet.builder.plugins.loading"


class PluginFailed(WithProblem, FactsheetError):
    """A plugin failed in another process; carries the problem."""


def use(root: Path, sources: Sources, settings: Settings, options: Options) -> list[Problem]:
    """Load the plugins of a site in place of those of the site before; the problems are those of loading them."""
    if not settings.plugins and _HOME not in sys.modules:
        return []
    if settings.plugins and not options.plugins:
        return [report("C816", next(iter(settings.plugins.places.values())))]
    from factsheet.builder.plugins import loading

    return loading.use(root, sources.plugins, settings.plugins)


def use_of(root: Path) -> list[Problem]:
    """Load the plugins of the site in a folder, for what is read of a published one; no sheet is read."""
    written, no_settings = read_settings_file(root)
    settings, _ = read_settings(written)
    if not settings.plugins:
        return []
    from factsheet.builder.plugins import loading

    files, no_files = read_plugins(root, settings.plugins)
    return [*no_settings, *no_files, *loading.use(root, files, settings.plugins)]


def in_use() -> "Loaded | None":
    """What has been loaded; None where nothing ever was."""
    loading = sys.modules.get(_HOME)
    found: Loaded | None = loading.in_use() if loading else None
    return found


def fault_of(error: BaseException) -> Problem | None:
    """Give the problem that an error of a plugin is; None for an error of the tool itself."""
    if isinstance(error, PluginFailed):
        return error.problem
    if (found := in_use()) is None:
        return None
    from factsheet.builder.plugins import plugin

    return plugin.fault_of(dict(found.homes), error)


def problem_of(error: Exception) -> Problem:
    """Give the problem that an error of a plugin is; raises the error again where the tool itself is at fault."""
    if (found := fault_of(error)) is None:
        raise error
    return found

"""The site that a command works on."""

from pathlib import Path

from factsheet.builder.pipeline import Options, assemble
from factsheet.cli.printing import show
from factsheet.content.sources import Sources
from factsheet.site.site import Site


def site_or_code(root: Path, sources: Sources, options: Options) -> Site | int:
    """Make the site; where none can be made, show what is wrong and give the exit code."""
    site, problems = assemble(root, sources, options)
    if site is not None:
        return site
    show(problems, root)
    return 2 if any(problem.code[0] == "C" for problem in problems) else 1

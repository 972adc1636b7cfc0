"""Build the site from a checkout: the `factsheet` command, run in `.venv` whichever Python was called."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = [os.path.join(HERE, ".venv", *path) for path in (("bin", "python"), ("Scripts", "python.exe"))]
NEEDED = ("babel", "jinja2", "markdown", "nh3", "yaml")


def prepare():
    # type: () -> None
    """See that the packages are there which a build needs, and hand over to the interpreter of .venv if not."""
    from importlib.machinery import PathFinder

    if not all(PathFinder.find_spec(name) for name in NEEDED):
        hand_over("lacks the site's packages")


def hand_over(why):
    # type: (str) -> None
    """Run the command by the interpreter of .venv, or say why that is needed and end."""
    pythons = [path for path in ENVIRONMENT if os.path.exists(path)]
    if pythons and "FACTSHEET_REEXECUTED" not in os.environ:
        os.environ["FACTSHEET_REEXECUTED"] = "1"
        os.execv(pythons[0], pythons[:1] + sys.argv)
    sys.stderr.write("This Python %s: run `make`, which prepares .venv\n" % why)
    sys.exit(2)


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        hand_over("is older than 3.11")
    from factsheet.cli import command

    command(prepare=prepare)

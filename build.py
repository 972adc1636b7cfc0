"""Build the site from a checkout: the `factsheet` command, run in `.venv` whichever Python was called."""

import os
import sys
from importlib.machinery import PathFinder

HERE = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = [os.path.join(HERE, ".venv", *path) for path in (("bin", "python"), ("Scripts", "python.exe"))]
NEEDED = ("babel", "jinja2", "markdown", "nh3", "yaml")

if __name__ == "__main__":
    if sys.version_info < (3, 11) or not all(PathFinder.find_spec(name) for name in NEEDED):
        pythons = [path for path in ENVIRONMENT if os.path.exists(path)]
        if pythons and "FACTSHEET_REEXECUTED" not in os.environ:
            os.environ["FACTSHEET_REEXECUTED"] = "1"
            os.execv(pythons[0], pythons[:1] + sys.argv)
        why = "is older than 3.11" if sys.version_info < (3, 11) else "lacks the site's packages"
        sys.stderr.write("This Python %s: run `make`, which prepares .venv\n" % why)
        sys.exit(2)
    from factsheet.cli import main

    sys.exit(main())

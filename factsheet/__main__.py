"""Run the command line with `python -m factsheet`."""

import sys

try:
    from factsheet.cli import command

    command()
except KeyboardInterrupt:  # before or after the command, which handles its own
    sys.exit(130)

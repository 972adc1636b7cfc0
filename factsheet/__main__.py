"""Run the command line with `python -m factsheet`."""

import sys

from factsheet.cli import main

sys.exit(main())

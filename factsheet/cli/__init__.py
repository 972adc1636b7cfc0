"""The command line: arguments, printing and exit codes, and nothing else."""

from factsheet.cli.main import main

__all__ = ["main"]

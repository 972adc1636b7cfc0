"""The command line: arguments in, text and exit codes out.

The only room that prints. It may use every other room; none may use it.
"""

from factsheet.cli.main import command, main

__all__ = ["command", "main"]

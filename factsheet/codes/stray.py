"""S."""

from factsheet.problems import Code

CODES: tuple[Code, ...] = ()

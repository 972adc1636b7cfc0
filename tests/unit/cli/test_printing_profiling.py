"""Where the time of a command goes."""

import re

from factsheet.cli.printing import part, profiled


def test_parts_are_named() -> None:
    """A file of the engine counts for its part, one of a package for the package, any other for Python."""
    assert part("/x/factsheet/content/markup/prose.py") == "factsheet.content"
    assert part("C:\\x\\factsheet\\site\\site.py") == "factsheet.site"
    assert part("/x/site-packages/jinja2/runtime.py") == "jinja2"
    assert part("<built-in>") == part("/usr/lib/python3.11/re.py") == "Python itself"


def test_the_code_is_that_of_the_work() -> None:
    """Profiling changes nothing of the exit code, and ends with the sum."""
    code, said = profiled(lambda: 7)
    assert code == 7
    assert re.fullmatch(r" +\d+\.\d{3} s  in all, .*", said[-1])

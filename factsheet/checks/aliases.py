"""The addresses that pages had before are good ones."""

import unicodedata
from collections.abc import Iterator

from factsheet.checks.pages import is_good
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site


def aliases_are_good(site: Site) -> Iterator[Problem]:
    """Report aliases that cannot be part of an address; whether another page has one is seen with the pages."""
    for path in site.paths:
        for language in site.languages:
            sheet = site.sheet(language.tag, path)
            for index, alias in enumerate(sheet.aliases if sheet else ()):
                if sheet and not is_good(unicodedata.normalize("NFC", alias.strip("/"))):
                    yield report("O710", sheet.place_of(f"aliases.{index}"), alias=alias[:80])

"""A sheet to begin with, in every language of a site: a draft, so that nothing half-written is published."""

from factsheet.content.model import Language
from factsheet.site.site import Site

_REFERENCE = """---
title: {title}
summary:
draft: true            # remove this line when the sheet is ready
sources:
metrics:
---
"""

_TRANSLATION = """---
title: {title}
summary:
draft: true
metrics:
---
"""


def new_sheet(site: Site, path: str) -> dict[str, bytes]:
    """Give the sheet's file in each language of the site, by its path below the root."""
    title = path.rpartition("/")[2].replace("-", " ").capitalize()
    return {_file(language, path): _text(site, language, title) for language in site.languages}


def _file(language: Language, path: str) -> str:
    return f"content/{language.tag}/{path}.md"


def _text(site: Site, language: Language, title: str) -> bytes:
    is_reference = language.tag == site.settings.reference
    return (_REFERENCE if is_reference else _TRANSLATION).format(title=title).encode()

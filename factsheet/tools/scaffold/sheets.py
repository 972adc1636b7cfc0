"""A sheet to begin with, in every language of a site: a draft, so that nothing half-written is published."""

import json
import re

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


def new_sheet(site: Site, path: str, *, title: str | None = None) -> dict[str, bytes]:
    """Give the sheet's file in each language of the site, by its path below the root; the title is made of its name."""
    title = title or path.rpartition("/")[2].replace("-", " ").capitalize()
    return {_file(language, path): _text(site, language, _scalar(title)) for language in site.languages}


def _scalar(title: str) -> str:
    """A title as YAML takes it whatever it holds."""
    return (
        title
        if re.fullmatch(r"\w[\w -]*\w|\w", title) and not title.isdigit()
        else json.dumps(title, ensure_ascii=False)
    )


def _file(language: Language, path: str) -> str:
    return f"content/{language.tag}/{path}.md"


def _text(site: Site, language: Language, title: str) -> bytes:
    is_reference = language.tag == site.settings.reference
    return (_REFERENCE if is_reference else _TRANSLATION).format(title=title).encode()

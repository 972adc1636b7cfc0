"""Hooks for MkDocs: sheets get what the templates ask of them, with figures in their prose."""

from datetime import date
from typing import Any, Protocol

import figures  # type: ignore[import-not-found]


class Sheet(Protocol):
    """What the hooks need of MkDocs' pages, and what they add."""

    file: Any
    meta: dict[str, Any]
    facts: dict[str, Any]
    lang: str
    slug: str
    summary: str
    date: date
    translations: list[Any]


SHEETS: list[Sheet] = []
"""The Romanian ones in their order."""


def on_page_content(html: str, page: Sheet, **_: object) -> str:
    """Read the front matter of a sheet, and put figures where its prose names them."""
    page.facts = page.meta
    page.lang, page.slug = page.file.src_uri.removesuffix(".md").split("/")
    page.summary, page.date = page.meta["summary"], page.meta["date"]
    return str(figures.filled(html, page.lang, page.meta["metrics"]))


def on_env(env: Any, files: Any, **_: object) -> None:  # noqa: ANN401 (MkDocs' own types, which are not installed here)
    """Name each sheet's translation, and put the sheets in order."""
    env.filters |= figures.FILTERS
    env.globals |= {**figures.GLOBALS, "SITEURL": "https://example.org"}
    pages = {(file.page.lang, file.page.slug): file.page for file in files.documentation_pages()}
    for (lang, slug), page in pages.items():
        page.translations = [pages["en" if lang == "ro" else "ro", slug]]
    romanian = (page for page in pages.values() if page.lang == "ro")
    SHEETS[:] = sorted(romanian, key=lambda page: int(page.meta["weight"]))


def on_page_context(context: dict[str, Any], **_: object) -> dict[str, Any]:
    """Give the templates the sheets, as Pelican does."""
    return {**context, "pages": SHEETS}


on_template_context = on_page_context

"""A plugin for Pelican: figures in prose."""

import json
from typing import Any, Protocol

from figures import filled  # type: ignore[import-not-found]
from pelican import signals  # type: ignore[import-not-found]


class Sheet(Protocol):
    """What the plugin needs of Pelican's pages."""

    lang: str
    metadata: dict[str, str]
    facts: dict[str, Any]
    _content: str


def fill(content: Sheet) -> None:
    """Read the facts of a sheet, and put figures where its prose names them."""
    content.facts = json.loads(content.metadata["facts"])
    content._content = filled(content._content, content.lang, content.facts["metrics"])  # noqa: SLF001 (as plugins do)


def register() -> None:
    """Ask to be told of every sheet."""
    signals.content_object_init.connect(fill)

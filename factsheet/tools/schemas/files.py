"""The schemas and snippets as files for an editor."""

import json

from factsheet.content.kinds import KINDS
from factsheet.tools.schemas.settings import settings_schema
from factsheet.tools.schemas.sheet import sheet_schema


def schema_files() -> dict[str, bytes]:
    """Give the schemas by the names of their files."""
    return {"sheet.schema.json": _json(sheet_schema()), "site.schema.json": _json(settings_schema())}


def snippets() -> bytes:
    """Give the snippets for metrics, sources and references, as VS Code reads them."""
    made: dict[str, object] = {
        f"Metric: {kind.name}": _snippet(f"metric-{kind.name}", kind.snippet[0], ("  ${1:id}:", *kind.snippet[1]))
        for kind in KINDS
        if kind.snippet
    }
    source = (
        "  ${1:id}:",
        "    title: ${2:Title}",
        "    publisher: ${3:Publisher}",
        "    date: ${4:2025-11-13}",
    )
    made["Source"] = _snippet("source", "Where figures come from", (*source, "    lang: ${5:ro}"))
    made["Figure"] = _snippet("figure", "A figure in the text", ("{{ ${1:id} }}",))
    return _json(made)


def _snippet(prefix: str, about: str, body: tuple[str, ...]) -> dict[str, object]:
    return {"scope": "markdown,yaml", "prefix": prefix, "description": about, "body": list(body)}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()

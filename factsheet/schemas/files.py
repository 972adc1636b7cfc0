"""The schemas and snippets as files for an editor."""

import json

from factsheet.schemas.settings import settings_schema
from factsheet.schemas.sheet import sheet_schema

_UNIT = 'unit: {one: "{n} ${5:noun}", few: "{n} ${6:nouns}", other: "{n} de ${6:nouns}"}'
_PROOF = ("    source: ${8:source}", '    quote: "${9:passage}"')
_SNIPPETS = {
    "count": (
        "A number that is counted",
        ("    value: ${2:1209}", "    label: ${3:Label}", f"    {_UNIT}", *_PROOF),
    ),
    "money": (
        "An amount of money",
        (
            "    value: ${2:97000000}",
            "    currency: ${3:USD}",
            "    label: ${4:Label}",
            f"    {_UNIT}",
            *_PROOF,
        ),
    ),
    "percent": (
        "A percentage",
        ("    kind: percent", "    value: ${2:12.5}", "    label: ${3:Label}", *_PROOF),
    ),
    "quantity": (
        "A measured quantity",
        ("    value: ${2:3.5}", "    measure: ${3:kilometer}", "    label: ${4:Label}", *_PROOF),
    ),
    "year": ("A year", ("    kind: year", "    value: ${2:2025}", "    label: ${3:Label}", *_PROOF)),
    "period": (
        "A period",
        ("    kind: period", "    value: ${2:2024–2025}", "    label: ${3:Label}", *_PROOF),
    ),
}


def schema_files() -> dict[str, bytes]:
    """Give the schemas by the names of their files."""
    return {"sheet.schema.json": _json(sheet_schema()), "site.schema.json": _json(settings_schema())}


def snippets() -> bytes:
    """Give the snippets for metrics, sources and references, as VS Code reads them."""
    made: dict[str, object] = {
        f"Metric: {name}": _snippet(f"metric-{name}", about, ("  ${1:id}:", *lines))
        for name, (about, lines) in _SNIPPETS.items()
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

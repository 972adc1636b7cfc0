"""What pages are given on their way out, so that they can be told of changes, and what they are told."""

import json
from collections.abc import Mapping

from factsheet.preview.rebuild import State
from factsheet.preview.table import ServedFile

RESERVED = "_preview"
"""The folder of addresses that belongs to the preview and to no site."""

MOST_CHANGED = 500
"""Beyond so many changed files a page is told that all have changed."""

_CLOSING = b"</head>"


def with_client(served: ServedFile, token: str, serial: int) -> bytes:
    """Add the preview's script to a page on its way out; the built page stays as it is."""
    address = f"/{RESERVED}/client.js"
    page = json.dumps(served.path)[1:-1].replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    script = f'<script src="{address}" data-token="{token}" data-serial="{serial}" data-page="{page}"></script>'
    head, closing, rest = served.body.partition(_CLOSING)
    return head + script.encode() + closing + rest if closing else script.encode() + head


def reload_message(state: State) -> Mapping[str, object]:
    """What pages are told of a rebuild, in livereload's words."""
    styles = dict(state.styles)
    changed = sorted(state.changed) if len(state.changed) <= MOST_CHANGED else None
    return {
        "command": "reload",
        "path": next(iter(styles.values()), "*"),
        "liveCSS": True,
        "liveImg": False,
        "serial": state.serial,
        "changed": changed,
        "styles": styles,
    }

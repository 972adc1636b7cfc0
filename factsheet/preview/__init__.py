"""The preview: edits in, reloads out; a server on this machine.

It shows each edit at once, and problems over the last good pages. livereload carries it: its server and its reload
protocol, closed to everybody but this machine's own browser. Nothing is written to disk.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factsheet.preview.preview import Announcement, Preview, serve

__all__ = ["Announcement", "Preview", "serve"]


def __getattr__(name: str) -> object:
    """Import a public name on first use (PEP 562): the server's packages are heavy."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.preview"), name)
    return value

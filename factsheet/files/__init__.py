"""All access to a site's files: they are read whole into memory, and a site is published all or nothing.

Names are imported when first used, so that a build with nothing to do pays for `scanning` and `intact` only.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factsheet.files.destination import OutputRefused, WhyRefused, check_output
    from factsheet.files.marker import MARKER, NotAsLeft, PublishFailed, WhyFailed, digest
    from factsheet.files.publishing import Published, publish
    from factsheet.files.reading import Known, Refusal, SourceFile, WhyNotRead, read_file, read_tree
    from factsheet.files.scanning import scan_tree
    from factsheet.files.survey import intact

__all__ = [
    "MARKER",
    "Known",
    "NotAsLeft",
    "OutputRefused",
    "PublishFailed",
    "Published",
    "Refusal",
    "SourceFile",
    "WhyFailed",
    "WhyNotRead",
    "WhyRefused",
    "check_output",
    "digest",
    "intact",
    "publish",
    "read_file",
    "read_tree",
    "scan_tree",
]

_HOMES = {
    "MARKER": "marker",
    "NotAsLeft": "marker",
    "OutputRefused": "destination",
    "PublishFailed": "marker",
    "Published": "publishing",
    "Known": "reading",
    "Refusal": "reading",
    "SourceFile": "reading",
    "WhyFailed": "marker",
    "WhyNotRead": "reading",
    "WhyRefused": "destination",
    "check_output": "destination",
    "digest": "marker",
    "intact": "survey",
    "publish": "publishing",
    "read_file": "reading",
    "read_tree": "reading",
    "scan_tree": "scanning",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value

"""A static site generator for bilingual fact sheets whose numbers are right in every language.

What programs use stands in `factsheet.library`, and is here too: `factsheet.build("my-site")`. It is imported when it
is first asked for, so that to import the package costs nothing.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers know it; to import `typing` would take longer than all else here
if TYPE_CHECKING:
    from factsheet.library import (
        FactsheetError,
        NotPublished,
        Options,
        Problem,
        Result,
        Severity,
        Site,
        SiteRefused,
        ValueRefused,
        build,
        check,
        format_number,
        load,
        publish,
        read_numbers,
        verify,
    )

__all__ = [
    "FactsheetError", "NotPublished", "Options", "Problem", "Result", "Severity", "Site", "SiteRefused",
    "ValueRefused", "__version__", "build", "check", "format_number", "load", "publish", "read_numbers", "verify",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Give a name of the library, once and for all."""
    if name not in __all__:
        message = f"module 'factsheet' has no attribute {name!r}"
        raise AttributeError(message)
    from factsheet import library

    found = globals()[name] = getattr(library, name)
    return found


def __dir__() -> list[str]:
    """List what can be asked for."""
    return __all__

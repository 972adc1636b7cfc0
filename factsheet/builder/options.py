"""What the command line asks of a build, beside the settings of the site."""

from datetime import date
from pathlib import Path

from factsheet.records import dataclass


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the command line asks for, beside the settings of the site."""

    drafts: bool = False
    pseudo: bool = False
    base_url: str | None = None
    locales: tuple[str, ...] = ()
    sources: Path | None = None
    today: date | None = None
    formats: tuple[str, ...] = ()
    """What is made besides: each sheet as one file (`html`, `pdf`), and pages to search on (`search`)."""

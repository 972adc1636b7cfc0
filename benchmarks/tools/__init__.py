"""The generators that are measured, ours first; all ratios are to Hugo."""

from collections.abc import Callable
from typing import Final

from benchmarks.tools.base import NotHere, Tool
from benchmarks.tools.eleventy import Eleventy
from benchmarks.tools.hugo import Hugo
from benchmarks.tools.mkdocs import MkDocs
from benchmarks.tools.ours import Ours
from benchmarks.tools.pelican import Pelican

__all__ = ["OURS", "RIVAL", "TOOLS", "NotHere", "Tool"]

TOOLS: Final[tuple[Callable[[], Tool], ...]] = (Ours, Hugo, Eleventy, Pelican, MkDocs)
OURS: Final = Ours.name
RIVAL: Final = Hugo.name

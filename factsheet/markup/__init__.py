"""Markdown to safe HTML: the only place where text becomes markup."""

from factsheet.markup.guard import Unrenderable
from factsheet.markup.prose import Link, Prose, Reference, Run, Typography, fill, plain_fill, render

__all__ = ["Link", "Prose", "Reference", "Run", "Typography", "Unrenderable", "fill", "plain_fill", "render"]

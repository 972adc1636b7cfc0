"""Markdown to safe HTML: the only place where text becomes markup."""

from factsheet.content.markup.prose import Unrenderable, alone, blocks, fill, fill_blocks, openers, plain_fill, render
from factsheet.content.markup.values import (
    ALERT_TITLES,
    CODE,
    CODE_GAP,
    GAP,
    HEADINGS,
    Link,
    MarkupSlip,
    Prose,
    Reference,
    Run,
    RunSpan,
    Typography,
)

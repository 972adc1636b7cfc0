"""Statements: what a text says with its numbers, read once from the final text and compared."""

from factsheet.content.statements.comparing import (
    PERCENT,
    POINTS,
    FigureSpan,
    MetricFacts,
    PartialDate,
    Relation,
    Statement,
    StatementKind,
    in_short,
    is_currency,
    says,
)
from factsheet.content.statements.nouns import Nouns, heads, is_form
from factsheet.content.statements.reader import read
from factsheet.content.statements.spelled import may_say_words

__all__ = [
    "PERCENT",
    "POINTS",
    "FigureSpan",
    "MetricFacts",
    "Nouns",
    "PartialDate",
    "Relation",
    "Statement",
    "StatementKind",
    "heads",
    "in_short",
    "is_currency",
    "is_form",
    "may_say_words",
    "read",
    "says",
]

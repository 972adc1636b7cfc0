"""Statements: what a text says with its numbers, read once from the final text and compared."""

from factsheet.content.statements.comparing import Declared, Relation, is_currency, says
from factsheet.content.statements.nouns import Nouns, heads, is_form
from factsheet.content.statements.reader import may_say_words, read
from factsheet.content.statements.saying import in_short
from factsheet.content.statements.values import PERCENT, POINTS, Kind, Mark, PartialDate, Statement

__all__ = [
    "PERCENT",
    "POINTS",
    "Declared",
    "Kind",
    "Mark",
    "Nouns",
    "PartialDate",
    "Relation",
    "Statement",
    "heads",
    "in_short",
    "is_currency",
    "is_form",
    "may_say_words",
    "read",
    "says",
]

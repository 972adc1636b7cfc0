"""Findings as people are shown them: in their language, with the faulty line and a caret, grouped by file."""

from factsheet.tools.findings.report import Excerpt, FileProblems, Finding, Report, excerpt, make_report
from factsheet.tools.findings.words import LANGUAGES, Words, words_of

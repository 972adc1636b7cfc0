"""What a plugin is made of: all names that the code of a site owner needs, with their types.

In come the sites and renderings that a check, an output, a kind or a filter is handed; out go problems, files and
texts. The names listed here stay as they are; other modules of the package may change without notice.
"""

from markupsafe import Markup

from factsheet.builder.plugins.plugin import Plugin
from factsheet.checks import Check
from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import BadValue, Details, Kind, Number, read_number
from factsheet.content.kinds.quotes import Mismatch, QuoteReading
from factsheet.content.kinds.showing import Forms, machine_number, number_of, numeric_forms
from factsheet.content.model import Language, Metric, Sheet, Value
from factsheet.core.codes import report
from factsheet.core.problems import Code, Place, Problem, Severity
from factsheet.l10n import dates, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.templating import Filter
from factsheet.site.figures import Figure
from factsheet.site.site import Site

__all__ = [
    "Artifact", "BadValue", "Check", "Code", "Details", "Figure", "Filter", "Forms", "Kind", "Language", "Markup",
    "Metric", "Mismatch", "Number", "NumberLocale", "Numeral", "Output", "Place", "Plugin", "Problem",
    "QuoteReading", "Rendering", "Scalar", "Severity", "Sheet", "Site", "Value", "dates", "machine_number",
    "number_of", "numbers", "numeric_forms", "read_number", "report",
]  # fmt: skip

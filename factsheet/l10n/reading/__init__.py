"""Reading numbers back from running text, in any language of CLDR: values, not pictures of digits."""

from factsheet.l10n.reading.directions import direction, knows_directions
from factsheet.l10n.reading.foreign import Foreign, foreign_reading
from factsheet.l10n.reading.mentions import DateMention, dates
from factsheet.l10n.reading.numeral import Numeral, is_likely_year, is_year_like
from factsheet.l10n.reading.numerals import read

__all__ = [
    "DateMention",
    "Foreign",
    "Numeral",
    "dates",
    "direction",
    "foreign_reading",
    "is_likely_year",
    "is_year_like",
    "knows_directions",
    "read",
]

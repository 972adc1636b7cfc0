"""Reading numbers back from running text, in any language of CLDR: values, not pictures of digits."""

from factsheet.l10n.reading.converted import in_other_units
from factsheet.l10n.reading.digits import Foreign, Numeral, foreign_reading, is_likely_year, is_year_like
from factsheet.l10n.reading.directions import direction, knows_directions
from factsheet.l10n.reading.durations import WrittenDuration, durations
from factsheet.l10n.reading.mentions import DateMention, dates
from factsheet.l10n.reading.numerals import read, scale_word
from factsheet.l10n.reading.ranks import Rank, may_have_powers, ranks, with_powers
from factsheet.l10n.reading.rates import (
    denominators,
    denominators_before,
    is_above_zero,
    is_below_zero,
    is_margin,
    is_out_of,
    says_bound_before,
    with_bounds_behind,
)
from factsheet.l10n.reading.shares import (
    WrittenShare,
    behind_part,
    bound_before_article,
    multiples,
    shares,
    unit_of_part,
)
from factsheet.l10n.reading.stretches import (
    names_days,
    names_end,
    names_first_months,
    names_month,
    names_months,
    names_weeks,
    names_year_to,
    names_years,
    stretches,
)
from factsheet.l10n.reading.times import TimeMention, times
from factsheet.l10n.reading.units import names_other_unit, names_unit, units_of
from factsheet.l10n.reading.words import in_figures, spelled_out

__all__ = [
    "DateMention",
    "Foreign",
    "Numeral",
    "Rank",
    "TimeMention",
    "WrittenDuration",
    "WrittenShare",
    "behind_part",
    "bound_before_article",
    "dates",
    "denominators",
    "denominators_before",
    "direction",
    "durations",
    "foreign_reading",
    "in_figures",
    "in_other_units",
    "is_above_zero",
    "is_below_zero",
    "is_likely_year",
    "is_margin",
    "is_out_of",
    "is_year_like",
    "knows_directions",
    "may_have_powers",
    "multiples",
    "names_days",
    "names_end",
    "names_first_months",
    "names_month",
    "names_months",
    "names_other_unit",
    "names_unit",
    "names_weeks",
    "names_year_to",
    "names_years",
    "ranks",
    "read",
    "says_bound_before",
    "scale_word",
    "shares",
    "spelled_out",
    "stretches",
    "times",
    "unit_of_part",
    "units_of",
    "with_bounds_behind",
    "with_powers",
]

"""N: what can be wrong with a figure that is computed from others. These are always errors."""

from factsheet.problems import Code, Severity

ERROR = Severity.ERROR

CODES = (
    Code(
        id="N140",
        severity=ERROR,
        message="{metric} is computed in two ways: `{key}` and `{other}`",
        fix="keep one of them; declare another metric for the other",
        meaning="A figure is computed by one operation.",
        example="`sum_of` and `share_of` in one metric",
    ),
    Code(
        id="N141",
        severity=ERROR,
        message="`{key}` of {metric} has the wrong parts: {found}",
        fix="name two metrics: `{key}: [one, other]`; the order counts, see the reference of keys",
        variants={
            "sum": "name the metrics to be added, two to a hundred: `{key}: [one, other, third]`",
            "twice": "{part} is named twice: keep it once",
        },
        meaning="A sum has at least two parts; a difference, a share, a change and a multiple have two.",
        example="`share_of: [part]`",
    ),
    Code(
        id="N142",
        severity=ERROR,
        message="{metric} is computed from itself: {route}",
        fix="give one of these metrics its own `value` instead",
        meaning="A figure that needs its own value to be computed can never be.",
        example="`a: {sum_of: [b, c]}` and `b: {difference_of: [a, c]}`",
    ),
    Code(
        id="N143",
        severity=ERROR,
        message="{metric} cannot be computed from {part}, which is of kind {kind}",
        fix="name metrics that are one number each",
        meaning="Dates, years, periods and ranges are no numbers to add or divide.",
        example="the sum of a count and a year",
    ),
    Code(
        id="N144",
        severity=ERROR,
        message="{metric} is computed from {other} ({other_unit}), but {part} is in another unit ({unit})",
        fix="name metrics of one kind, currency and measure; convert by hand, with a source, where there is a rate",
        meaning="Only like can be added to like, and a share or a change compares like with like.",
        example="a sum of dollars and euros",
    ),
    Code(
        id="N145",
        severity=ERROR,
        message="`{key}` of {metric} has no result: {calculation}",
        fix="look at the parts and their order",
        variants={
            "zero": "the figure that is divided by is zero: leave this metric out",
            "negative": "shares and changes in per cent need parts that are not negative: use `difference_of`",
            "more": "the part is more than the whole: write the part first, or use `times_of`",
            "long": "the result has too many digits: use larger units",
            "deep": "too many calculations stand on one another: give one of the metrics its own `value`",
            "points": "percentages differ by percentage points: add `kind: points`",
        },
        meaning="A share is a part of a whole, a change is told against what was before.",
        example="`share_of: [whole, part]`",
    ),
    Code(
        id="N146",
        severity=ERROR,
        message="{metric} is declared as {bound}, but its parts make it {found}",
        fix="write `bound: {found}`, or leave `bound` out: it follows from the parts",
        variants={
            "nothing": "the bounds of the parts point in opposite ways, so nothing can be said: declare this figure "
            "with its own `value` and source",
        },
        meaning="The sum of “over 10” and 5 is “over 15”; it is not 15.",
        example="`bound: exact` on a sum of which one part is `about`",
    ),
    Code(
        id="N147",
        severity=ERROR,
        message="{metric} is of kind {kind}, which `{key}` does not give",
        fix="use one of these kinds: {kinds}",
        meaning="A share is a percentage, a multiple says how many times; sums keep the kind of their parts.",
        example="`share_of` with `kind: count`",
    ),
    Code(
        id="N148",
        severity=ERROR,
        message="{metric} is declared as {value}, but {calculation} gives {right}",
        fix="write `value: {right}`, or leave `value` out: it is computed; if a part is wrong, correct that",
        meaning="A value that is computed from others must be their result, to the digits that it is written with. "
        "Where the source rounds each part, `bound: about` allows for it.",
        example="`value: 70` for 40 of 80",
    ),
    Code(
        id="N149",
        severity=ERROR,
        message="the chart {chart} shows {metric} as shares of {other}, and together they are more than the whole",
        fix="draw them as `bars`, where they may overlap; or correct the figure that is wrong",
        meaning="The parts of a whole are together never more than it. What is chosen more than once, as in an answer "
        "with several choices, is no part of a whole.",
        example="`type: share` of 60 % and 70 %",
    ),
)

"""What can be wrong with ratios, ranks, rates, estimates and scores."""

from factsheet.problems import Code, Severity

ERROR = Severity.ERROR

CODES: tuple[Code, ...] = (
    Code(
        id="N130",
        severity=ERROR,
        message="nothing is counted per `{per}`",
        fix="write a number such as 100000, a unit of CLDR such as `day` or `square-kilometer`, or `person`",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="`per` says what a rate is per; the words for it are those of the language, or of the phrase in `unit`.",
        example="`per: inhabitant`",
    ),
    Code(
        id="N131",
        severity=ERROR,
        message="`{key}` is not a number that it can be",
        fix="write a number above zero; `confidence` stays below 100",
        meaning="A margin, a confidence in per cent and the most that a score can be are numbers above zero.",
        example="`confidence: 0`",
    ),
    Code(
        id="N132",
        severity=ERROR,
        message="an estimate has either an interval or a margin",
        fix="leave out `interval` or `margin`",
        meaning="Both say how far an estimate may be off: the interval by its ends, the margin by its width on either side.",
        example="`interval: 1.8–2.4` and `margin: 0.3`",
    ),
    Code(
        id="N133",
        severity=ERROR,
        message="the value of {metric} is not between {low} and {high}",
        fix="correct the value or the interval",
        meaning="The interval of an estimate holds its value.",
        example="`value: 3.7` and `interval: 34–39.8`",
    ),
    Code(
        id="N135",
        severity=ERROR,
        message="`{value}` is not a ratio",
        fix="write two whole numbers with a slash between them, the smaller first: 1/5",
        meaning="`1/5` is shown as “1 in 5”. For other shares there is `kind: percent`.",
        example="`kind: ratio` and `value: 0.2`",
    ),
    Code(
        id="N136",
        severity=ERROR,
        message="`{value}` is not a rank",
        fix="write a whole number from 1 on",
        meaning="The first of many has the rank 1.",
        example="`kind: rank` and `value: 0`",
    ),
)

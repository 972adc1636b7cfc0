"""N, from N120: what can be wrong with calculations, estimates and ratios, and with the way a number is to be shown."""

from factsheet.problems import Code, Severity

WARNING = Severity.WARNING

CODES = (
    Code(
        id="N140",
        message="{metric} is computed in two ways: `{key}` and `{other}`",
        fix="keep one of them; declare another metric for the other",
        meaning="A figure is computed by one operation.",
        example="`sum_of` and `share_of` in one metric",
    ),
    Code(
        id="N141",
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
        message="{metric} is computed from itself: {route}",
        fix="give one of these metrics its own `value` instead",
        meaning="A figure that needs its own value to be computed can never be.",
        example="`a: {sum_of: [b, c]}` and `b: {difference_of: [a, c]}`",
    ),
    Code(
        id="N143",
        message="{metric} cannot be computed from {part}, which is of kind {kind}",
        fix="name metrics that are one number each",
        meaning="Dates, years, periods and ranges are no numbers to add or divide.",
        example="the sum of a count and a year",
    ),
    Code(
        id="N144",
        message="{metric} is computed from {other} ({other_unit}), but {part} is in another unit ({unit})",
        fix="name metrics of one kind, currency and measure; convert by hand, with a source, where there is a rate",
        meaning="Only like can be added to like, and a share or a change compares like with like.",
        example="a sum of dollars and euros",
    ),
    Code(
        id="N145",
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
        message="{metric} is of kind {kind}, which `{key}` does not give",
        fix="use one of these kinds: {kinds}",
        meaning="A share is a percentage, a multiple says how many times; sums keep the kind of their parts.",
        example="`share_of` with `kind: count`",
    ),
    Code(
        id="N148",
        message="{metric} is declared as {value}, but {calculation} gives {right}",
        fix="write `value: {right}`, or leave `value` out: it is computed; if a part is wrong, correct that",
        meaning="A value that is computed from others must be their result, to the digits that it is written with. "
        "Where the source rounds each part, `bound: about` allows for it.",
        example="`value: 70` for 40 of 80",
    ),
    Code(
        id="N149",
        message="the chart {chart} shows {metric} as shares of {other}, and together they are more than the whole",
        fix="draw them as `bars`, where they may overlap; or correct the figure that is wrong",
        meaning="The parts of a whole are together never more than it. What is chosen more than once, as in an answer "
        "with several choices, is no part of a whole.",
        example="`type: share` of 60 % and 70 %",
    ),
    Code(
        id="N130",
        message="nothing is counted per `{per}`",
        fix="write a number such as 100000, a unit of CLDR such as `day` or `square-kilometer`, or `person`",
        meaning="`per` says what a rate is per; the words for it are those of the language, or of the phrase in `unit`.",
        example="`per: inhabitant`",
    ),
    Code(
        id="N131",
        message="`{key}` is not a number that it can be",
        fix="write a number above zero; `confidence` stays below 100",
        meaning="A margin, a confidence in per cent and the most that a score can be are numbers above zero.",
        example="`confidence: 0`",
    ),
    Code(
        id="N132",
        message="an estimate has either an interval or a margin",
        fix="leave out `interval` or `margin`",
        meaning="Both say how far an estimate may be off: the interval by its ends, the margin by its width on either side.",
        example="`interval: 1.8–2.4` and `margin: 0.3`",
    ),
    Code(
        id="N133",
        message="the value of {metric} is not between {low} and {high}",
        fix="correct the value or the interval",
        meaning="The interval of an estimate holds its value.",
        example="`value: 3.7` and `interval: 34–39.8`",
    ),
    Code(
        id="N135",
        message="`{value}` is not a ratio",
        fix="write two whole numbers with a slash between them, the smaller first: 1/5",
        meaning="`1/5` is shown as “1 in 5”. For other shares there is `kind: percent`.",
        example="`kind: ratio` and `value: 0.2`",
    ),
    Code(
        id="N136",
        message="`{value}` is not a rank",
        fix="write a whole number from 1 on",
        meaning="The first of many has the rank 1.",
        example="`kind: rank` and `value: 0`",
    ),
    Code(
        id="N150",
        message="`{gender}` is no gender in which {language} counts",
        fix="leave `gender` out: {language} counts all nouns alike",
        variants={"choices": "use one of: {choices}"},
        meaning="Numbers in words follow the gender of the noun: “doi oameni”, but “două cărți”.",
        example="`gender: feminin`",
    ),
    Code(
        id="N151",
        severity=WARNING,
        message="the gender of what {metric} counts is not declared, so its number stays in digits",
        fix="add `gender:` beside `unit`, with one of {choices}; or add `two:` under `unit`, as in `two: două cărți`",
        meaning="A number that is said in words (`{{ arrests.words }}`, or `words_to` in site.toml) follows the gender of "
        "the noun in many languages. Where the words differ and the gender is not known, digits are shown.",
        example="`{{ arrests.words }}` of 2 in Romanian, without `gender: feminine`",
    ),
    Code(
        id="N156",
        message="`{phrase}` does not say two of something in {language}",
        fix="begin this text with one of {choices}, or remove the line",
        meaning="A phrase for two without `{n}`, as in `two: două operațiuni`, tells the gender of the noun, which numbers "
        "in words follow.",
        example="`two: trei operațiuni`",
    ),
    Code(
        id="N152",
        message="`display` and `scale` contradict each other",
        fix="leave `display` out: `scale` says how the number is written",
        meaning="A scale is a scale word of the editor's choice, so nothing is left for `display` to choose.",
        example="`display: standard` with `scale: million`",
    ),
    Code(
        id="N154",
        message="`{name}` is no name of {measure} that is known in {language}",
        fix="leave `name` out for the name that CLDR has, or write the phrases under `unit`",
        variants={"choices": "use one of: {choices}; or write the phrases under `unit`"},
        meaning="`name` chooses between names of a measure whose plural forms are known, as `tone` beside “tone metrice”.",
        example="`measure: tonne` with `name: tonele`",
    ),
    Code(
        id="N153",
        message="the value of {metric}, `{value}`, is not a duration",
        fix="write it as ISO 8601 does: PT2H30M for two hours and a half, P10D for ten days, P1Y6M for a year and a half",
        meaning="A duration begins with P, then come years (Y), months (M), weeks (W) and days (D); T stands before hours "
        "(H), minutes (M) and seconds (S).",
        example="`value: 2h30`",
    ),
    Code(
        id="N155",
        message="the value of {metric}, `{value}`, is not a time of day",
        fix="write hours and minutes from 00:00 to 23:59, as in 19:45 for a quarter to eight in the evening",
        meaning="A time of day has two digits for the hour and two for the minute, and two more where it has seconds: "
        "04:21:16. Each language writes it its own way.",
        example="`value: 7.45 p.m.`",
    ),
    Code(
        id="N157",
        severity=WARNING,
        message="`bound: {bound}` says nothing beside {value}",
        fix="leave `bound` out, or declare the number that the limit stands beside",
        meaning="A limit stands beside one number above zero; a year, a day, a time of day or a range can be `about` only.",
        example="`bound: over` beside `kind: year`, `bound: nearly` beside `value: 0`",
    ),
)

"""What can be wrong with the way a number is to be shown: in words, in a scale, as a duration or a time of day."""

from factsheet.problems import Code, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

CODES: tuple[Code, ...] = (
    Code(
        id="N150",
        severity=ERROR,
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
        severity=ERROR,
        message="`{phrase}` does not say two of something in {language}",
        fix="begin this text with one of {choices}, or remove the line",
        meaning="A phrase for two without `{n}`, as in `two: două operațiuni`, tells the gender of the noun, which numbers "
        "in words follow.",
        example="`two: trei operațiuni`",
    ),
    Code(
        id="N152",
        severity=ERROR,
        message="`display` and `scale` contradict each other",
        fix="leave `display` out: `scale` says how the number is written",
        meaning="A scale is a scale word of the editor's choice, so nothing is left for `display` to choose.",
        example="`display: standard` with `scale: million`",
    ),
    Code(
        id="N154",
        severity=ERROR,
        message="`{name}` is no name of {measure} that is known in {language}",
        fix="leave `name` out for the name that CLDR has, or write the phrases under `unit`",
        variants={"choices": "use one of: {choices}; or write the phrases under `unit`"},
        meaning="`name` chooses between names of a measure whose plural forms are known, as `tone` beside “tone metrice”.",
        example="`measure: tonne` with `name: tonele`",
    ),
    Code(
        id="N153",
        severity=ERROR,
        message="the value of {metric}, `{value}`, is not a duration",
        fix="write it as ISO 8601 does: PT2H30M for two hours and a half, P10D for ten days, P1Y6M for a year and a half",
        meaning="A duration begins with P, then come years (Y), months (M), weeks (W) and days (D); T stands before hours "
        "(H), minutes (M) and seconds (S).",
        example="`value: 2h30`",
    ),
    Code(
        id="N155",
        severity=ERROR,
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

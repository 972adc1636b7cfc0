"""S: figures that were typed into the text instead of being declared."""

from factsheet.problems import Code, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

CODES = (
    Code(
        id="S301",
        severity=ERROR,
        message="“{numeral}” is typed by hand",
        fix="declare it under `metrics` and refer to it, or name it under `literals` if it is no figure",
        variants={"metric": "write `{{ {reference} }}`: it equals the metric {metric} at {other}"},
        meaning="A figure in the text of a sheet is a reference to a metric, so that it is the same everywhere and "
        "has a source. Dates and years may be written out; numbers in names are declared under `literals`.",
        example="“1.209 arestări” in place of `{{ arrests }}`",
    ),
    Code(
        id="S302",
        severity=NOTICE,
        message="“{numeral}” equals the metric {metric} at {other}",
        fix="write `{{ {reference} }}`, so that it follows the metric; leave it if it counts something else",
        meaning="A number in words may be a figure too.",
        example="“four operations” where `operations` is declared as 4",
    ),
    Code(
        id="S303",
        severity=ERROR,
        message="“{numeral}” in {language} text looks like {own} written the way of {foreign}",
        fix="declare {machine} under `metrics` and refer to it",
        variants={"metric": "write `{{ {reference} }}`: {own} is the metric {metric} at {other}"},
        meaning="Languages separate thousands and decimals by different signs: what is one thousand in one is one "
        "and a bit in another. A number in the manner of another language misleads its reader.",
        example="“1.209 arrests” in English, written the Romanian way",
    ),
    Code(
        id="S304",
        severity=WARNING,
        message="the literal “{literal}” stands nowhere in the text",
        fix="remove it from `literals`, or write it as it stands in the text",
        meaning="`literals` lists digits that are names. One that is not in the text is left over, or misspelt.",
        example='`literals: ["Serengeti 2.0"]` where the text says “Serengeti 2”',
    ),
    Code(
        id="S305",
        severity=ERROR,
        message="the words around {metric} make another figure of it: “{shown}”",
        fix="take out the digits or the scale word beside it; a figure brings its own",
        variants={"bound": "take out the word that limits it here, and declare `bound` with the metric instead"},
        meaning="A figure on a page is what it was declared to be. A digit, a scale word or a word such as “nearly” "
        "that is typed beside it would tell the reader something else than its value and its source do.",
        example="`nearly {{ arrests }}`, or `{{ recovered }} thousand`",
    ),
)

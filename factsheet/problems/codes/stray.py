"""S: figures that were typed into the text instead of being declared."""

from factsheet.problems import Code, Severity

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE

CODES = (
    Code(
        id="S301",
        message="“{numeral}” is typed by hand",
        fix="declare it under `metrics` and refer to it, or name it under `literals` if it is no figure",
        variants={
            "metric": "write `{{ {reference} }}` in the place of “{typed}”: it equals the metric {metric} at {other}"
        },
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
        message="“{literal}” of `{key}` stands nowhere in the text",
        fix="remove it from `{key}`, or write it as it stands in the text",
        meaning="`literals` and `terms` list digits that are names, `classes` those of ages and sizes. One that is not in the text is left over, or misspelt.",
        example='`literals: ["Serengeti 2.0"]` where the text says “Serengeti 2”',
    ),
    Code(
        id="S305",
        message="the words around {metric} make another figure of it: “{shown}” reads as {read}, but it is {own}",
        fix="take out the digits, the sign or the word beside it; a figure brings its own",
        variants={
            "bound": "take out the word that limits it here, and declare `bound` with the metric instead",
            "twice": "take out the word that limits it here: the figure says its own",
        },
        meaning="A figure on a page is what it was declared to be. The text is read as a reader would, with the figure "
        "filled in: a digit, a sign, a currency, a unit, a scale word or a word such as “nearly” that is typed beside "
        "it would tell the reader something else than its value and its source do.",
        example="`nearly {{ arrests }}`, `€{{ recovered }}` or `{{ recovered }} thousand`",
    ),
    Code(
        id="S306",
        severity=WARNING,
        message="“{shown}” may say something else than {metric}: it reads as {read}, but the figure is {own}",
        fix="leave it if this is meant; else take out the word beside it, or write the reference without a suffix",
        meaning="“Half of”, “ten times” or “no” before a figure, the noun of another metric behind it, or a bound that "
        "`.number` leaves out, are right as often as wrong. What `.number` leaves out, a currency, a unit or per cent, its "
        "passage or heading must name.",
        example="`half of {{ victims }}`, or `{{ victims.number }} victims` where `victims` is declared as over 120,000",
    ),
    Code(
        id="S307",
        message="“{numeral}” says {read}, but {metric} is {own} at {other}",
        fix="write the reference to the metric, or name something else than it counts",
        meaning="A number in words before the noun of a metric is read like one in digits, and must be its value.",
        example="“two thousand arrests” where `arrests` is declared as 1209",
    ),
    Code(
        id="S308",
        severity=WARNING,
        message="“{numeral}” may be a figure that is typed by hand",
        fix="declare it under `metrics` and refer to it, or name it under `literals` if it is no figure",
        meaning="At the beginning of a sentence four digits may be a year or a count, and a number behind a word may be "
        "part of a name or a count; a fraction, an ordinal or a Roman numeral before the noun of a metric, and money or a "
        "percentage in words, may be a figure.",
        example="“XIX rooms”, “2024 phones were tested.”, “Freed 77 hostages.” or “twelve per cent”",
    ),
    Code(
        id="S309",
        severity=NOTICE,
        message="“{numeral}” is an age or a length of time, typed by hand",
        fix="leave it if it only frames the sentence; declare it under `metrics` if it is a figure of this sheet",
        meaning="“In the last 10 years” and “people over 65” are mostly no figures of their own.",
        example="“children aged 5 to 14”",
    ),
    Code(
        id="S310",
        severity=WARNING,
        message="“{literal}” of `{key}` covers a number of what a metric counts",
        fix="declare the number under `metrics` and refer to it; `{key}` is for digits that are no figures",
        meaning="`literals` and `terms` list digits that are names, `classes` those of ages and sizes. A number before the noun of a metric is a figure.",
        example='`literals: ["1,290 books"]` where `books` is a metric',
    ),
    Code(
        id="S311",
        severity=WARNING,
        message="“{head}” stands before {metric}, but names {other}",
        fix="mention `{{ {other}.number }}` here, or give {metric} its own name",
        meaning="A number without a noun is taken for what stands before it: its row or column, the words before a colon, the "
        "subject of its sentence, or a row of its table that the sentence names.",
        example="a row “Books” that shows `{{ rooms.number }}`, or “The loan was {{ revenue }}”",
    ),
    Code(
        id="S312",
        severity=WARNING,
        message="“{numeral}” in {where} may be a figure that is typed by hand",
        fix="leave it if it is part of a name, and name it under `literals` of the sheet or `terms` of site.toml; else take it out",
        meaning="The title of the site and the text of a template stand on every page, and the title of a source beside each "
        "of its figures. A number in them follows no metric and has no proof.",
        example="`title: Anuarul cu 9.999 de cărți`",
    ),
    Code(
        id="S313",
        message="“{text}” says no class of age or size",
        fix="write both ends or a bound, as in `15–49 de ani` or `peste 65 de ani`; a figure belongs under `metrics`",
        meaning="`classes` declares the ages and sizes by which figures are broken down. A number alone is a figure.",
        example='`classes: {phones: "1290 phones"}`',
    ),
    Code(
        id="S314",
        severity=WARNING,
        message="“{head}” says another scale, currency or unit than {metric}, which is {own}",
        fix="take the scale or the unit out of the heading, or show a figure that is in it",
        meaning="A number below a heading is taken for what the heading says: “Thousands” makes 1,209,000 of 1,209.",
        example="a column “Thousands” that shows `{{ arrests.number }}`",
    ),
    Code(
        id="S315",
        severity=WARNING,
        message="“{typed}” stands beside the name of {metric}, which is {own}",
        fix="mention `{{ {metric} }}` here, or name what this is of by other words",
        meaning="A day, a year, a period, a part or a place is no figure wherever it is typed; in a sentence with all the "
        "words of a figure’s label it is taken for that figure.",
        example="“The line was launched on 19 September”, where the figure “Launch of the line” is another day",
    ),
    Code(
        id="S316",
        severity=WARNING,
        message="“{typed}” stands beside {date}, which is another day of the week: {own}",
        fix="correct the day of the week, or the date",
        meaning="A whole date has one day of the week, which the calendar tells.",
        example="“Tuesday, 18 September 2023”, which was a Monday",
    ),
    Code(
        id="S320",
        message="“{shown}” says that {metric} went the other way: it is {own}",
        fix="correct the word, or the sign of the value",
        variants={
            "lost": "add the word that says that it fell, or write the reference without `.size`, which shows the sign",
        },
        meaning="Around a change, “rose”, “fewer” or “scădere” must say its direction; `.size` shows a change without its "
        "sign, so that a fall needs such a word beside it.",
        example="“rose by {{ deaths.size }}” where `deaths` is -6",
    ),
    Code(
        id="S321",
        severity=NOTICE,
        message="“{shown}” says twice which way {metric} went: by the word and by the sign",
        fix="write the reference with `.size`, which leaves the sign out",
        meaning="“Fell by −285” reads as if it had risen; “fell by 285” and “a change of −285” are clear.",
        example="“fell by {{ deaths }}” where `deaths` is -285 and `change: true`",
    ),
    Code(
        id="S322",
        severity=WARNING,
        message="“{head}” says that {metric} went the other way: it went from {first} to {own}",
        fix="correct the word; if the text speaks of something else, name that without a word for a rise or a fall",
        meaning="The title of a chart is read before its bars. Where all values of a figure rise from one to the next, or all "
        "fall, a title or a summary that knows only the other way contradicts them.",
        example="a chart with the title “Missions fall from year to year” above 4510, 4655 and 4812",
    ),
)

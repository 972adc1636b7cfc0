"""P: what can differ between the languages. These are always errors, but where a code says otherwise."""

from factsheet.problems import Code, Severity

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE

CODES = (
    Code(
        id="P201",
        message="{key} of {metric} is {here}, but {there} at {other}",
        fix="remove the line here: a translation inherits it",
        variants={"day": "write `{key}: {there}`: a translation repeats the day"},
        meaning="A value is declared once, in the reference language. A translation may repeat it only if it agrees.",
        example="`value: 1290` in English where the Romanian sheet says 1209",
    ),
    Code(
        id="P202",
        message="{metric} is not declared in the reference sheet {other}",
        fix="declare it there with its value, or remove it here",
        variants={"suggest": "did you mean `{suggestion}`? It is declared in {other}"},
        meaning="Metrics, charts and groups begin in the reference language; translations only put them into words.",
        example="words for `arests` in the English sheet",
    ),
    Code(
        id="P203",
        message="{metric} is mentioned at {there}, but nowhere in {file}",
        fix="mention it as `{{ {metric} }}` in this text, or take it out of the other",
        variants={"words": "write `{{ {written} }}` in the place of “{numeral}”"},
        meaning="The readers of all languages are told the same figures, so each text mentions the same metrics. "
        "The place is where the mention is missing, as far as the blocks of both texts correspond.",
        example="`{{ arrests }}` in the Romanian text and no mention of it in the English one",
    ),
    Code(
        id="P204",
        message="{here} stands here, but not in {other}",
        fix="make both texts give the same figure, best by a reference to a metric",
        variants={"differs": "{other} has {there} in its place: make both agree, best by a reference to a metric"},
        meaning="A figure that is written out in the text of one language has its equal in every other, each read "
        "by the rules of its language: 16.181, 16,181 and 16 181 are one number.",
        example="“12 countries” in English where the Romanian text says “11 țări”",
    ),
    Code(
        id="P205",
        message="the date {here} stands here, but not in {other}",
        fix="make both texts give the same date",
        variants={"differs": "{other} has {there} in its place: make both agree"},
        meaning="Dates, months and years that stand in the text of one language stand in every other.",
        example="“14 November 2025” in English where the Romanian text says “13 noiembrie 2025”",
    ),
    Code(
        id="P206",
        severity=WARNING,
        message="there is {here}, but {there} at {other}",
        fix="give both texts the same headings, lists and tables, or check that nothing is lost",
        meaning="A translation has the headings, lists and tables of its original; otherwise something is missing "
        "or was added in one of them.",
        example="a list of four items whose translation has three",
    ),
    Code(
        id="P207",
        message="{here} is mentioned here, where {other} mentions {there}",
        fix="mention `{{ {there} }}` here, or move the sentence",
        meaning="Two blocks that correspond mention different figures: they were most likely exchanged.",
        example="a table whose rows for arrests and victims hold each other's figure in one language",
    ),
    Code(
        id="P208",
        severity=WARNING,
        message="{here} stands before {there} here, but behind it at {other}",
        fix="leave it if the language asks for this order; else exchange them",
        meaning="Two numbers of a block that stand in another order than in the original may have been exchanged.",
        example="“12 operations in 19 countries” where the Romanian text says “19 operațiuni în 12 țări”",
    ),
    Code(
        id="P209",
        message="{here} reads as {read}, but {there} at {other} reads as {meant}",
        fix="make both texts say the same, best by a reference to a metric",
        meaning="A number that both texts write is in the same currency and unit in both, and limited by the same words.",
        example="“5 million euros” where the Romanian text says “5 milioane de dolari”",
    ),
    Code(
        id="P210",
        severity=Severity.NOTICE,
        message="{here} reads as {read}, while {there} at {other} reads as {meant}",
        fix="leave it if nothing is lost; else write the currency, or the word that limits the number, in both texts",
        meaning="A currency or a bound that only one language names is mostly a translator's freedom.",
        example="“some 400 people” where the Romanian text says “400 de oameni”",
    ),
    Code(
        id="P211",
        severity=WARNING,
        message="{here} stands in another block than {there} at {other}",
        fix="put both into blocks that correspond: numbers of two rows or paragraphs may have been exchanged",
        meaning="Paragraphs, items and cells of two languages correspond by their order, and so do the numbers in them.",
        example="two rows of a table whose years are exchanged in one language",
    ),
    Code(
        id="P212",
        severity=WARNING,
        message="{here} stands here, where {other} has {there}",
        fix="correct the digits of one of them; if each language has a name of its own, name both under `literals`",
        meaning="Numbers of laws, tables, versions and telephones, times and ordinals are the same in every language. They are "
        "compared where two corresponding blocks have as many of them.",
        example="“Regulation (EU) 2016/697” where the Romanian text says “Regulamentul (UE) 2016/679”",
    ),
    Code(
        id="P213",
        message="the class {name} is “{here}” here and “{there}” at {other}",
        fix="correct the numbers of one of them",
        meaning="A class of age or size has the same ends in every language, each in its own words.",
        example="`classes: {young: “15–25 de ani”}` where the English sheet says “aged 15–24”",
    ),
    Code(
        id="P214",
        message="{other} declares no class {name}",
        fix="declare {name} under `classes` of {other} too, or remove it here",
        variants={"suggest": "did you mean `{suggestion}`? Classes begin in {other}"},
        meaning="A class of age or size begins in the reference language, so that its ends can be compared.",
        example="`classes: {adult: aged 15–49}` where the Romanian sheet has `adults`",
    ),
    Code(
        id="P215",
        severity=WARNING,
        message="{here} stands here, where {other} has {there}",
        fix="make both say the same number; a figure is best a reference to a metric",
        meaning="Numbers, parts, multiples, ordinals and rates in words, and Roman numerals, are compared where two "
        "corresponding blocks have as many of them that the other does not have. So is a number that is “about” so many in "
        "one of them, and more or less than it in the other.",
        example="“it tripled” in English where the Romanian text says “s-a dublat”",
    ),
    Code(
        id="P216",
        severity=WARNING,
        message="“{here}” goes the other way than “{there}” at {other}",
        fix="correct one of the words: one says a rise, the other a fall",
        meaning="Beside the same number the words of change of two languages say the same direction.",
        example="“fell by 12%” in English where the Romanian text says “a crescut cu 12 %”",
    ),
    Code(
        id="P217",
        severity=WARNING,
        message="only one of “{here}” and “{there}” at {other} denies what it says",
        fix="take the “not” out of one of them, or write it into the other",
        meaning="A sentence with a number is denied in every language or in none.",
        example="“did not reach 1,209” in English where the Romanian text says “a ajuns la 1.209”",
    ),
)

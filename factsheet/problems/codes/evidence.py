"""Q: what can be wrong with the proof of a figure: its source, its quote, and the text they come from."""

from factsheet.problems import Code, Severity

WARNING = Severity.WARNING

CODES = (
    Code(
        id="Q401",
        severity=WARNING,
        message="{metric} has no source",
        fix="add `source:` with an entry of `sources`, and `quote:` with the passage that gives the figure",
        meaning="Every figure can be traced to where it comes from.",
        example="a metric without `source`",
    ),
    Code(
        id="Q402",
        severity=WARNING,
        message="{metric} has a source, but no quote",
        fix="add `quote:` with the passage of the source that gives the figure, word for word",
        meaning="The quote is what the figure is checked against.",
        example="a metric with `source: presa` and no `quote`",
    ),
    Code(
        id="Q403",
        message="the quote of {metric} does not say {value}: {found}",
        fix="correct the value or the quote; a quote is read in the language of its source",
        variants={
            "size": "the digits are those of the quote, but not the size: “62.5 %” is 62.5 and not 0.625, “4.6 million” is 4600000",
        },
        meaning="A number in the quote, read by the rules of the source's language, must give the declared value. "
        "If `bound` says that the figure is not exact, it may be rounded to the last digit that the quote shows.",
        example='`value: 1290` with the quote "1.209 arestări"',
    ),
    Code(
        id="Q404",
        message="{metric} is declared as {bound}, but “{found}” in its quote is {quoted}",
        fix="write `bound: {quoted}`, or give the quote with the word that limits the figure",
        variants={
            "exact": "remove `bound`, or give the quote with the word that limits the figure",
        },
        meaning="“Over 17,000” and “17,000” are not the same statement: the limit that the source puts on a figure "
        "is kept.",
        example='`value: 17000` without `bound: over` and the quote "peste 17.000 de puncte"',
    ),
    Code(
        id="Q405",
        message="“{found}” in the quote of {metric} does not say {expected}",
        fix="correct `kind`, `currency` or `measure`, or give the quote with the words that name it",
        meaning="A number means nothing without its unit, so the quote must name the currency, the measure or the "
        "percentage that is declared, and none where things are counted. A word that several units share, such as "
        "“dollars” or “degrees”, fits each of them.",
        example='`currency: EUR` with the quote "97 milioane de dolari"',
    ),
    Code(
        id="Q406",
        message="the quote of {metric} does not stand in {file}",
        fix="copy the passage from the text of the source; `[…]` may stand for what is left out",
        variants={
            "suggest": "copy it as it stands in the source: {suggestion}",
            "marks": 'write the passage between two straight quotation marks, `"`, in place of {marks}',
        },
        meaning="The quote must stand in the archived text of the source, word for word. White space, quotation "
        "marks and ş for ș make no difference; numbers must be the same in every sign.",
        example="a quote in which a word was changed",
    ),
    Code(
        id="Q407",
        message="{file} is not the text that was pinned: its SHA-256 is {found}",
        fix="restore the file, or check every quote again and write the new digest",
        meaning="`sha256` pins the archived text of a source, so that nobody changes it unnoticed.",
        example="an archived text that was edited after its digest was written down",
    ),
    Code(
        id="Q408",
        severity=WARNING,
        message="{metric} was to be checked again by {day}",
        fix="look for a newer figure, then move `recheck_by`",
        meaning="From the day in `recheck_by` on, a figure counts as possibly outdated.",
        example="`recheck_by: 2025-12-31` in the year after",
    ),
    Code(
        id="Q409",
        message="the language of the source {source}, `{tag}`, is not known",
        fix="write a language tag such as ro, en or pt-BR",
        variants={"suggest": "write the tag of the language: `{suggestion}`"},
        meaning="Quotes are read in the language of their source.",
        example="`lang: romana`",
    ),
    Code(
        id="Q410",
        message="the file of the source {source}, `{file}`, leads out of the folder of the site",
        fix="write a path below the site's folder, as in sources/presa.txt; --sources names another folder",
        meaning="Nothing outside the site is read. The copy of a source may lie elsewhere, in a folder that is "
        "named on the command line.",
        example="`file: ../presa.txt`",
    ),
    Code(
        id="Q411",
        severity=WARNING,
        message="{metric} is said to hold as of {day}, which is still to come",
        fix="correct `as_of`",
        meaning="`as_of` is the day for which a figure holds; a day in the future is most likely a slip.",
        example="`as_of: 2052-11-13`",
    ),
    Code(
        id="Q412",
        severity=WARNING,
        message="the value of {metric} for {when} has no quote",
        fix='write it as in `2023: {value: 25870, source: press, quote: "25,870 in 2023"}`; `source` and `quote` beside '
        "the years hold for all of them",
        meaning="Earlier values are published too, so each has a passage that says it. The quote of the metric serves "
        "where it says the earlier value as well.",
        example="`history: {2023: 25870}`",
    ),
    Code(
        id="Q413",
        message="the quote of {metric} for {when} speaks of {found}",
        fix="correct the year, or give the passage that names it",
        variants={"order": "correct the years: values and years stand in another order in the quote"},
        meaning="A passage that names years must name the one to which the value belongs.",
        example='`2022: 25870` with the quote "25,870 in 2023"',
    ),
    Code(
        id="Q415",
        message="{metric} is a change by {value}, but “{found}” in its quote says another direction",
        fix="correct the sign of the value, or give the quote with the word that says which way it went",
        meaning="A change is proven with its direction: by a sign, or by words such as “fell by”, “fewer” or “creștere”. "
        "A number without either is a rise.",
        example='`value: -6` and `change: true` with the quote "rose by 6%"',
    ),
    Code(
        id="Q416",
        message="“{found}” in the quote of {metric} does not say per {per}",
        fix="correct `per`, or give the quote with the words that say what the rate is per",
        meaning="A rate means nothing without what it is per: cases per 100,000 are not cases per million.",
        example='`per: 100000` with the quote "9.6 cases per million"',
    ),
    Code(
        id="Q417",
        message="“{found}” in the quote of {metric} does not say {expected} beside the value",
        fix="correct `interval`, `margin`, `confidence` or `out_of`, or give the quote with these numbers",
        meaning="The interval and the margin of an estimate, and the most that a score can be, are proven as the value is.",
        example='`interval: 34–39.8` with the quote "36.7 million [34–38.9 million]"',
    ),
    Code(
        id="Q420",
        message="the `[…]` in the quote of {metric} stands between “{found}” and what it counts",
        fix="quote the words behind the number too, up to what it counts",
        meaning="`[…]` joins two passages. Between a number and its noun it would make one that the source never wrote.",
        example='`quote: "13 […] arestări"` where the source says “13 pachete și 1.209 arestări”',
    ),
    Code(
        id="Q421",
        severity=WARNING,
        message="“{found}” in the quote of {metric} may say something else than the figure: it reads as {read}",
        fix="leave it if this is meant; else give a passage that says the figure alone",
        meaning="“Half of”, “ten times”, “no” or a second bound beside a number make it say something else.",
        example='`value: 1209` with the quote "jumătate din cele 1.209 arestări"',
    ),
    Code(
        id="Q422",
        severity=WARNING,
        message="the quote of {metric} says “{found}”, but not what is counted",
        fix="give the passage with the words for what is counted, or correct `unit` or `label`",
        meaning="A number that counts rooms proves no number of books. The words of the unit and of the label are looked "
        "for in the quote, in any form, where it is in a language of the site.",
        example='`unit: {other: "{n} de cărți"}` with the quote "cele 13 săli"',
    ),
    Code(
        id="Q423",
        severity=WARNING,
        message="the text of the source {source} is not where it should be: {file}",
        fix="correct `file`, or put the text there",
        meaning="The folder of the file is there, but the file is not, so that no quote of this source was checked. Where "
        "the whole folder is missing, as on a machine without the private texts, nothing is said.",
        example="`file: sources/persa.txt` beside `sources/presa.txt`",
    ),
    Code(
        id="Q424",
        message="the translation of the quote of {metric} does not say {value}: it says {found}",
        fix="correct the number in `translation`; it is read in the language of the sheet",
        meaning="The page shows the translation beside the quote. Its number, with its unit, its sign and its bound, must be "
        "the figure, as the quote's must. A translation that gives no number is left alone.",
        example='`value: 1209` with `translation: "1,290 arrests"`',
    ),
    Code(
        id="Q425",
        severity=WARNING,
        message="the text of the source {source} is not here, and proofs.lock does not say that its quotes stand in it: {metrics}",
        fix="where the text is, run `factsheet prove`, and commit proofs.lock; or take `sha256` out",
        meaning="A text that is private is on few machines. `prove` keeps in proofs.lock that each quote was found in it, so "
        "that every machine knows. Without the text and without that, nobody can tell whether a quote is invented.",
        example="`sha256:` with a source whose text is on another machine",
    ),
    Code(
        id="Q426",
        severity=WARNING,
        message="proofs.lock says that {metric} was proven on {day}, but its quote, its value, its source or the tool has changed",
        fix="where the text of the source is, run `factsheet prove`, and commit proofs.lock",
        meaning="What was found in a text is true of the quote, the value, the text and the version of the tool of that day. "
        "When one of them changes, it must be looked at again.",
        example="a digit of a quote corrected without running `prove`",
    ),
    Code(
        id="Q427",
        message="`{file}`, the text of the source {source}, is {what}, and is not read",
        fix="put a regular file of its own there, or correct `file`",
        meaning="Only regular files are read as texts of sources: links, folders, devices and names that other systems do not "
        "know are refused, so that the same text is read on every machine.",
        example="`file: sources/presa.txt` that is a link to a file elsewhere",
    ),
    Code(
        id="Q428",
        severity=WARNING,
        message="what confirms {metric} is not independent: it is of the same source or publisher",
        fix="name the source of another publisher under `confirmed_by`, or take it out",
        meaning="A figure is confirmed when somebody else gives it too. The page counts such figures beside its title; another "
        "copy of the same source, or another text of the same publisher, is not counted.",
        example="`confirmed_by: {source: presa, quote: ...}` on a figure with `source: presa`",
    ),
    Code(
        id="Q429",
        message="proofs.lock cannot be read: {reason}",
        fix="take it from the last good version, or remove it and run `factsheet prove` where the texts are",
        meaning="The file is kept by the tool; it is damaged or was edited by hand.",
        example="two versions of the file merged into one by hand",
    ),
    Code(
        id="Q430",
        message="`{file}` is {format}: no quote can be found in it",
        fix="open it, save it as plain text in UTF-8, as {better}, and write `file: {better}`",
        variants={
            "empty": "save the text of the source there once more; a PDF of pictures has none: type the passages",
            "encoding": "save {file} as UTF-8; in most editors this is a choice of “Save as” or “Encoding”",
            "word": "run `factsheet extract text {file}`, and write `file: {better}`",
            "pdf": "run `factsheet extract text {file}` (or `pdftotext -layout {file} {better}`), and write `file: {better}`",
        },
        meaning="Quotes are looked for in a plain text. A PDF or a Word file holds its text in a form that only its own programs read.",
        example="`file: sources/report.pdf`",
    ),
)

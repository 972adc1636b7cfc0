"""What each key of a sheet means, in a sentence: for the schema, the reference page and an editor's hints."""

from collections.abc import Mapping

from factsheet.content.model import (
    Chart,
    ColumnGroup,
    ColumnWords,
    Correction,
    Group,
    MetricWords,
    Sheet,
    Source,
    TableWords,
)
from factsheet.content.texts import descriptions

SHEET: Mapping[str, str] = {
    **descriptions(Sheet),
    "slug": "The last part of the page's address, where it should not be the file's name.",
    "date": "The day of publication, as in 2025-11-13.",
    "updated": "The day of the last change that readers should know of.",
    "draft": "Whether the sheet is left out of the published site: true or false.",
    "order": "The place among the other sheets: small numbers first.",
    "layout": "The template of the page, without `.html`; `sheet` where none is named.",
    "highlight": "The metrics on the cards, in their order; all of them where the key is missing.",
    "groups": "Headings above the cards, each with its metrics. A translation repeats `id` and `title` only.",
    "metrics": "The figures, each under its id. Values stand in the reference language only.",
    "tables": "Tables whose cells are figures and stand in a file of `data/`. A translation gives words only.",
    "sources": "Where figures come from, each source under its id.",
    "literals": "Digits in the text that are names and not figures, as in `Serengeti 2.0`.",
    "terms": "Names with digits, as under `literals`; a star is any ending: `tip* 2` is “tip 2” and “tipul 2”.",
    "classes": "Classes of age or size, each under its id in the words of this language, as in `15–49 de ani`.",
    "aliases": "Earlier addresses of the page, which lead to it still.",
    "charts": "Drawings of metrics. A translation repeats `id`, `title` and `summary` only.",
    "corrections": "Mistakes that were corrected, each with its date.",
}

METRIC: Mapping[str, str] = {
    "value": "The value, without separators: 1209, 12.5, 2025-11-13, 2024–2025.",
    "kind": "What sort of value it is; where the key is missing, `currency` means money, `measure` quantity, "
    "and otherwise the value is a count.",
    "currency": "The code of the currency (ISO 4217), as in USD.",
    "measure": "The unit of measurement, by its name in CLDR, as in `kilometer`.",
    **descriptions(MetricWords),
    "name": "What this language calls the `measure`, where CLDR has another name: `tone` beside “tone metrice”.",
    "gender": "The grammatical gender of what is counted, in this language, for numbers in words: `masculine`, "
    "`feminine`, `neuter`, `common` or `personal`.",
    "nouns": "Other nouns with which the texts of this language count the same, one word each: `[suspects]` where the "
    "unit is “{n} arrests”.",
    "change": "Whether it says by how much something has changed: then it has a sign, and is shown with it.",
    "per": "What a rate is per: a number such as 100000, which the phrases of `unit` may hold as `{per}`; a unit of "
    "CLDR such as `day`; or `person`.",
    "interval": "The interval of an estimate, in the unit of the value: 34000000–39800000.",
    "margin": "How far an estimate may be off on either side: 0.12 for ± 0.12.",
    "confidence": "How sure the interval or the margin is, in per cent: 95.",
    "out_of": "The most that a score can be: 5 for 4.5 out of 5.",
    "bound": "How the value stands to the true one, where it is not exact.",
    "display": "How the number is written: with all digits, or with a scale word or its abbreviation.",
    "scale": "The scale word that the number is written with, whatever its size: `million` for “207,636.2 million”; "
    "`thousand`, `billion` (a thousand millions), `trillion`.",
    "digits": "How many digits stand after the decimal mark.",
    "round_to": "What `.rounded` shows the figure in multiples of, as in 100000 for “about 1.2 million”.",
    "as_of": "When the value held: a day, 2025-11-13, or 2025-W46, 2025-11, 2025-Q3, 2025-H1, 2025, 2024/25, 1990s.",
    "recheck_by": "The day from which the build warns that the figure should be looked at again.",
    "source": "The id of the source.",
    "quote": "The passage of the source that holds the value, word by word.",
    "confirmed_by": "The source of another publisher that gives the figure too, and its passage: `{source, quote}`.",
    "history": "Earlier values, each under its year or day: a number, or `{value, bound, source, quote}`; a `source` "
    "and a `quote` beside the years hold for all of them. A file of two columns serves as well: `data/arrests.csv`, or "
    "`{file, source, archive}`.",
    "sum_of": "The metrics that are added up; the value is computed, and checked where one is written. A metric of "
    "another sheet is `path/id`.",
    "difference_of": "Two metrics: the second is taken from the first.",
    "share_of": "Two metrics, the part and the whole: how many per cent the part is.",
    "change_of": "Two metrics, the old value and the new one: by how many per cent it has changed; with a `currency` "
    "or another `kind`, by how much.",
    "times_of": "Two metrics: how many times the second the first is.",
}

TABLE: Mapping[str, str] = {
    "file": "The file of the cells, CSV, TSV, XLSX or ODS, as in data/prices.csv.",
    **descriptions(TableWords),
    "key": "The column that names the rows; the first one where it is missing. `territory`, `language`, `currency`, "
    "`month` or `weekday` also says that their names come from CLDR, in every language.",
    "rows": "The names of the rows in this language, each under its key; or `territory` and the like: names of CLDR.",
    "columns": "What the columns hold, each under its name in the file; in a translation, their words.",
    "groups": "Columns that stand side by side below one heading: `id`, `title` and `columns`; in a translation, `id` "
    "and `title`.",
    **{
        key: f"`{key}` of the metrics in all columns that do not say otherwise."
        for key in ("kind", "currency", "measure", "change", "per", "out_of", "bound", "display", "digits", "as_of")
    },
    "missing": "What marks for a missing value mean, each in words; `empty` is a cell with nothing in it.",
    "decimal": "The sign before decimals in the file, a point or `,`.",
    "delimiter": "What stands between the cells, where the first line does not show it: `,`, `;`, `|` or `tab`.",
    "sheet": "The sheet of a workbook, where it has several.",
    "range": "The cells of a workbook that are read, as A1:F30 or by their name.",
    "source": "The id of the source.",
    "archive": "The publisher's own file, with which each cell is compared by its row and column; it is never "
    "published. Where the file does not show how it is to be read: `{file, key, decimal, delimiter, sheet, range}`.",
    "quote": "The rows as the source prints them, each on a line of its own below the heading; another proof than "
    "`archive`.",
    "sort": "The column by which the rows are ordered, and `descending` where that is meant.",
    "highlight": "The rows that are set off.",
    "total": "A row that follows from others: `row`, `of` (all, or a list), `as` (`sum`, `mean` or `weighted COLUMN`) "
    "and `columns`.",
}

COLUMN: Mapping[str, str] = {
    **{key: METRIC[key] for key in ("kind", "currency", "measure", "change", "per", "out_of", "bound", "display")},
    "digits": METRIC["digits"],
    "as_of": METRIC["as_of"],
    "header": "The column's name in the file, where it is another.",
    "low": "The column of the file with the lower ends of the intervals of its estimates; it is not shown on its own.",
    "high": "The column of the file with the upper ends.",
    **descriptions(ColumnWords),
}

COLUMN_GROUP: Mapping[str, str] = {
    "id": "The group's id, the same in every language.",
    **descriptions(ColumnGroup),
    "columns": "The columns of the file that stand in it, side by side.",
}

SOURCE: Mapping[str, str] = {
    **descriptions(Source),
    "date": "When it was published, as exact as it is known: 2025-11-13, 2025-W46, 2025-11, 2025-Q3, 2025.",
    "accessed": "The day it was read.",
    "url": "Its address.",
    "lang": "The language it is written in, in which its quotes are read.",
    "file": "A private copy of its text, which quotes are checked against and which is never published.",
    "sha256": "The digest of that copy, so that it cannot be changed unnoticed.",
}

CHART: Mapping[str, str] = {
    "id": "The chart's id, the same in every language.",
    "type": "How it is drawn.",
    **descriptions(Chart),
    "metrics": "The metrics that are drawn.",
    "table": "The table whose cells are drawn, in place of `metrics`.",
    "rows": "The rows of the table that are drawn; all of them without it.",
    "columns": "The columns of the table that are drawn; all of them without it.",
    "series": "What a line or a group of bars is: each `row` of the table or each `column`.",
}

GROUP: Mapping[str, str] = {
    "id": "The group's id, the same in every language.",
    **descriptions(Group),
    "metrics": "The metrics whose cards stand in it.",
}

CORRECTION: Mapping[str, str] = {
    "date": "The day the mistake was corrected.",
    **descriptions(Correction),
}

LOCALE: Mapping[str, str] = {
    "name": "The language's own name for itself.",
    "dir": "The direction of its script: `ltr` or `rtl`.",
    "cldr": "The language whose numbers, dates and plural forms it shares, where CLDR does not know it.",
    "numerals": "Its digits: `latn`, `native`, or a numbering system of CLDR.",
}

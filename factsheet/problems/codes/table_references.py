"""R: tables, cells and charts that are mentioned and not there."""

from factsheet.problems import Code, Severity

ERROR = Severity.ERROR

CODES = (
    Code(
        id="R520",
        severity=ERROR,
        message="there is no table `{table}`",
        fix="declare it under `tables` of the sheet in the reference language; there is: {known}",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="A table is shown by its id, and a cell by the table, its row and its column.",
        example="`{{ table prises }}`",
    ),
    Code(
        id="R521",
        severity=ERROR,
        message="nothing in the table {table} is called `{name}`",
        fix="name one that its file has: {known}",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="A cell is named by its row and its column, as the file has them: `table[row, column]`.",
        example="`{{ prices[ro, 2024-13] }}`",
    ),
    Code(
        id="R522",
        severity=ERROR,
        message="`{written}` does not stand on a line of its own",
        fix="put it between two blank lines, without anything beside it",
        variants={
            "form": "take `.{form}` out: only figures have forms",
            "where": "put it into the text of the sheet, below the front matter",
            "twice": "leave one of the two out: a chart stands once on a page",
        },
        meaning="A table or a chart takes the width of the text; it is no part of a sentence.",
        example="`See {{ table prices }}.`",
    ),
    Code(
        id="R523",
        severity=ERROR,
        message="the cell {cell} has no value: the file says `{mark}` there",
        fix="say it in words, or mention another cell",
        meaning="A missing value cannot be mentioned as a figure.",
        example="`{{ prices[ro, 2024-08] }}` where the file has `:`",
    ),
    Code(
        id="R524",
        severity=ERROR,
        message="there is no chart `{chart}`",
        fix="declare it under `charts` of the sheet in the reference language; there is: {known}",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="A chart is put into the text by its id, and then stands there alone.",
        example="`{{ chart mony }}`",
    ),
    Code(
        id="R525",
        severity=ERROR,
        message="`{asked}` has no answer",
        fix="ask in one of the ways that the table knows: {known}",
        variants={
            "which": "say which column is meant, for they are in several units: {known}",
            "words": "ask it of a column of numbers: {known}",
            "empty": "ask it of cells that have a value",
            "total": "ask it of another row: the total is none among those that are compared",
            "bound": "take `bound` out of the column, or say it in words: what is not exact cannot be compared",
            "tie": "name them in words, or leave it out: several rows have this value, {known}",
        },
        meaning="A table tells the rank of a cell, its change from another column, the greatest and the least value of a "
        "column, and how many fulfil a condition. Cells without a value and the total are left out.",
        example="`{{ prices.maximum }}`, `{{ prices.count(2024-09 > many) }}`",
    ),
)

"""D: what can be wrong with a table that a file holds: its columns, rows, totals and proof."""

from factsheet.problems import Code, Severity

WARNING = Severity.WARNING

CODES = (
    Code(
        id="D114",
        message="{file} has no column `{key}`",
        fix="name the column that holds the names of the rows; there is: {known}",
        variants={
            "heads": "write a first line with the names of the columns, beginning with `{key}`; it now has: {known}"
        },
        meaning="`key` is the column that names the rows.",
        example="`key: contry`",
    ),
    Code(
        id="D115",
        message="{file} has no column `{name}`",
        fix="name a column of the file; there is: {known}",
        variants={"suggest": "did you mean `{suggestion}`? `header:` names the column of the file where it is another"},
        meaning="What is declared of a column must be of one that is there.",
        example="`columns: {2024-9: …}`",
    ),
    Code(
        id="D116",
        message="nothing says what the column `{name}` holds",
        fix="add it to `columns` of the table {table}, or say `kind:` for the whole table",
        variants={"suggest": "did you mean it by `{suggestion}` under `columns`?"},
        meaning="A number without its unit says nothing: each column has a kind, of its own or of the table.",
        example="a column that was added to the file alone",
    ),
    Code(
        id="D117",
        message="{cell} is {value}, but the rows it is made of give {right}",
        fix="correct the total or the rows; if the total does not follow from the rows, remove `total`",
        meaning="A total is computed again from its rows, to the digits that it is written with.",
        example="a sum that was not changed when a row was",
    ),
    Code(
        id="D118",
        message="nothing in the table {table} is called `{name}`",
        fix="name one that is there: {known}",
        variants={
            "other": "write `{name}` in {file} where `{other}` stands, or `{other}` here; spreadsheets make dates of some "
            "names: choose “text” for their column",
        },
        meaning="Whatever `rows`, `highlight`, `sort` and `total` name stands in the file.",
        example="`highlight: rou`",
    ),
    Code(
        id="D119",
        message="the row `{name}` of {table} is no `{names}` that is known",
        fix="write its code as CLDR has it, or give its name under `rows`",
        variants={
            "none": "name the column with the codes under `key`; if the file has them above its columns, exchange rows and "
            "columns: none of its rows is known",
        },
        meaning="Names of territories, languages, currencies, months and weekdays come from CLDR, in every language.",
        example="`EL` for Greece, which is `GR`",
    ),
    Code(
        id="D120",
        severity=WARNING,
        message="the rows of {table} have no names in {language}",
        fix="give them under `tables.{table}.rows` of that sheet, or take them from CLDR, as in `rows: territory`",
        variants={"some": "add to `tables.{table}.rows` of that sheet the names of: {rows}"},
        meaning="The names of rows belong in every language; until then readers see those of the reference.",
        example="`rows: {a: Apă}` in Romanian alone",
    ),
    Code(
        id="D121",
        message="{cell} is {value}, but {there} in the archived file {file}",
        fix="look which is right; what the publisher has is at line {line}",
        variants={
            "either": 'say what stands before decimals in the publisher\'s file, as in `archive: {file: {file}, decimal: ","}`: '
            "what it has at line {line} could be two numbers"
        },
        meaning="Each cell is compared with the publisher's own file, by the names of its row and column.",
        example="2.4 in data/prices.csv and 2.5 in the archive",
    ),
    Code(
        id="D122",
        message="the archived file {file} has nothing that is called {name}",
        fix="name it in the data file as the publisher does, by its code or its name; or leave it out there",
        meaning="A cell that the archive does not have is not proven by it. Rows and columns are known there by their "
        "names in the data file, in the reference language and in that of the source.",
        example="a row that was added by hand",
    ),
    Code(
        id="D123",
        severity=WARNING,
        message="nothing proves the {cells} cells of the table {table}",
        fix="keep the publisher's file in `sources/` and name it: `archive: sources/prices.csv`",
        variants={
            "source": "add `source:` with the id of where the table comes from",
            "series": "keep the publisher's file in `sources/` and name it: `history: {file: data/arrests.csv, archive: "
            "sources/arrests.csv}`",
            "part": "quote the rows that hold them as well, or keep the publisher's file in `sources/` and name it: "
            "`archive: sources/prices.csv`",
            "lost": "put the archived file {file} there: it is not at hand",
        },
        meaning="A table is proven by the publisher's own file, cell by cell. This is told once for each table.",
        example="a table without `archive`",
    ),
    Code(
        id="D124",
        message="this is no history of one figure: `{name}`",
        fix="keep two columns: the year or date, and the value",
        variants={"time": "write a year or a date there: 2024, 2024-03, 2024-Q3 or 2024-03-31"},
        meaning="`history: data/arrests.csv` names a file of two columns, the time and the value.",
        example="a third column in the file",
    ),
    Code(
        id="D125",
        message="{cell} has an interval that does not hold it: {low} to {high}",
        fix="correct the value or the ends of the interval; if there is no interval, leave both ends empty",
        meaning="`low` and `high` of a column name the columns of the file with the ends of each interval.",
        example="5.3 in `2024`, 5.4 in `2024 low` and 5.9 in `2024 high`",
    ),
    Code(
        id="D126",
        message="the columns of the group `{group}` do not stand side by side",
        fix="list columns that stand side by side in the file; a column belongs to one group only",
        meaning="A group of columns has one heading above them all.",
        example="`columns: [2024-08, 2024-10]` where 2024-09 stands between them",
    ),
    Code(
        id="D127",
        message="{cell} is not said by its quoted row: `{line}`",
        fix="look which is right; the heading of the quote must say what the number is in",
        variants={
            "row": "begin each line with the name of a row, as the table or the source has it: no line does",
            "length": "say in the heading above the values which columns they are of, with bars between its parts as between "
            "them: there are {found}, and {wanted} columns",
            "text": "quote the row as the archived text of the source has it: this line does not stand there",
        },
        meaning="`quote` of a table has its rows as the source prints them. Each line begins with the name of a row, its "
        "values follow in the order of the heading or of the columns, and other lines are the heading, which says units and "
        "per cent. It proves the cells that it says.",
        example="4.8 in the file, and `România 5,3 4,9` in the quote",
    ),
    Code(
        id="D128",
        message="{file} has no sheet `{name}`",
        fix="name one that it has: {known}",
        variants={
            "range": "name the first and the last cell, as in `range: A1:F30`, or a range of the workbook: {known}",
        },
        meaning="A table is one sheet of a workbook, or a range of it.",
        example="`sheet: Price` of a workbook whose sheets are Prices and Notes",
    ),
    Code(
        id="D129",
        message="it is not clear which sheet of {file} is meant",
        fix="name it, as in `sheet: Prices`; there is: {known}",
        meaning="A table is one sheet of a workbook, or a range of it.",
        example="a workbook with the sheets Prices and Notes",
    ),
    Code(
        id="D133",
        message="the row `{name}` stands more than once in the archived file {file}",
        fix="keep of the publisher's file what is meant, or name it with `range` under `archive`: the row is in line {first} "
        "and in line {second}",
        meaning="Where a row is there twice, nobody can tell with which of the two the table is to be compared.",
        example="an archive that has rates and indices, one below the other",
    ),
    Code(
        id="D131",
        severity=WARNING,
        message="nothing says what the column `{name}` of {table} is called",
        fix="give it a `label` under `columns`: the file's own word is shown in every language now",
        variants={
            "dated": "write the time again, as in 2024-08: the spreadsheet has changed it; or give it a `label` under `columns`"
        },
        meaning="Columns are called in words of each language; a year, a month or a day needs none.",
        example="`columns: {weight: {kind: number}}`",
    ),
    Code(
        id="D132",
        message="{metric} is {value}, but its history has {other} for the same time, {when}",
        fix="look which is right, and write it in both places; or leave the time out of the history",
        meaning="The present value of a figure and its history are one series, in which each time has one value.",
        example="`value: 1209` with `as_of: 2024`, and 1210 for 2024 in the file of its history",
    ),
    Code(
        id="D134",
        message="the row `{row}` is called “{name}”, which is the name of the row `{other}`",
        fix="give each row its own name under `rows`",
        meaning="A reader knows a row by its name: two rows of one name cannot be told apart, and names that were exchanged "
        "give one the figures of the other.",
        example="`rows: {cluj: Iași, iasi: Cluj}` in a translation",
    ),
)
"""All findings of the family that are about what is declared of a table."""

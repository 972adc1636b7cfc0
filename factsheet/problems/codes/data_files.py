"""D: what can be wrong with the file of a table, each at its line and column."""

from factsheet.problems import Code, Severity

NOTICE = Severity.NOTICE

CODES = (
    Code(
        id="D101",
        message="there is no file `{file}`",
        fix="put the file there; in `data/` there is: {known}",
        variants={
            "outside": "name a file in the folder `data/` beside `content/`, as in data/prices.csv",
            "none": "put the file into the folder `data/`, beside `content/`",
            "spreadsheet": "save it in `data/` as XLSX, ODS or CSV (UTF-8): other spreadsheets are not read",
            "ending": "give the file the ending of its format, in small letters: .csv, .tsv, .xlsx or .ods; others are not read",
        },
        meaning="The cells of a table stand in a file of `data/`: CSV, TSV, XLSX or ODS.",
        example="`file: data/prises.csv`",
    ),
    Code(
        id="D102",
        message="this file cannot be read as a table",
        fix="save it as CSV in UTF-8",
        variants={
            "empty": "put a line with the names of the columns first, and a line for each row below it",
            "spreadsheet": "give it the name that it should have, as in prices.xlsx or prices.ods: this is a spreadsheet",
            "packed": "unpack it: this is a packed file",
            "conflict": "choose what is right and remove the lines of the version control: two versions of the file were "
            "not merged",
            "damaged": "open it in the program it comes from and save it again, without a password; a text file (CSV) is named .csv",
            "document": "save the table alone as CSV (UTF-8): this is no text",
            "utf-16": "save it as “CSV UTF-8”: this is UTF-16, as “Unicode text” of Excel is",
            "page": "download the data file itself: this is a page or a document for programs, perhaps an error of the "
            "publisher's server",
            "legacy": "save it as “CSV UTF-8”: this byte is no UTF-8, so the file is most likely in Windows-1250 or "
            "ISO 8859-2",
        },
        meaning="Tables are text with separated values (RFC 4180), in UTF-8.",
        example="a workbook that was given the name prices.csv",
    ),
    Code(
        id="D103",
        message="this row has {found} cells, but the first one has {wanted}",
        fix="add what is missing; where there is no value, write the mark that `missing` declares",
        variants={
            "long": "remove what is too much, or put a text that holds the separator into quotation marks",
            "note": "remove this line if it is a note or a heading between rows; where values are missing, write the mark that "
            "`missing` declares",
            "halves": 'the decimal comma parts its numbers in two: save with semicolons and declare `decimal: ","`',
        },
        meaning="Each row has a cell for each column: else all that follows would slip into another column.",
        example="`ro,5,3,5,0` below `country,2024-08,2024-09`",
    ),
    Code(
        id="D104",
        message="{cells} cells are more than are read for one sheet, which are {most}",
        fix="leave out rows or columns that the page does not need, or part it into several sheets",
        variants={
            "sheet": "part the tables of this sheet into several sheets, or leave out rows and columns: all count together",
            "bytes": "leave out what the page does not need: this file has {cells} bytes, and at most {most} are read",
        },
        meaning="A page of more cells would take its readers too long to load.",
        example="a table of 1,000 rows and 30 columns",
    ),
    Code(
        id="D105",
        message="it is not clear what stands between the cells of this file: `{found}`",
        fix='declare `delimiter: "{sign}"`',
        variants={
            "one": "part the cells with commas, semicolons or tabs: each line is one cell now",
            "several": 'declare which it is, as in `delimiter: "{sign}"`, or put names that hold the other into quotation '
            "marks",
        },
        meaning="What stands between the cells is told from the first line, where only one separator may stand.",
        example="`country;2024,08`",
    ),
    Code(
        id="D106",
        message="a quotation mark stands where none may",
        fix="put the whole cell between quotation marks, and write each mark in it twice; or close the one that is open",
        meaning="A cell is in quotation marks from its first character to its last, or not at all (RFC 4180).",
        example='`ro,"România, 5.3`',
    ),
    Code(
        id="D107",
        message="this column has no name that can be used",
        fix="write its name in the first line, or remove the column",
        variants={"edges": "write `{name}` without spaces around it"},
        meaning="Columns are known by their names.",
        example="`country,,2024-09`",
    ),
    Code(
        id="D108",
        message="the column `{name}` is there twice",
        fix="give each column a name of its own",
        variants={"near": "give it another name: it can hardly be told from `{other}`"},
        meaning="A reference to a cell must mean one cell.",
        example="`country,2024-08,2024-08`",
    ),
    Code(
        id="D109",
        message="`{name}` cannot be the name of a row or a column",
        fix="leave out commas, brackets and braces, and write at most 60 characters; `header:` can name the column of the "
        "file",
        meaning="The names stand in references: `table[row, column]`.",
        example="a column `Price [RON]`",
    ),
    Code(
        id="D110",
        message="{cell} is no plain number: `{value}` (cells like this one: {count})",
        fix="write digits only, with a point before decimals",
        variants={
            "error": "correct the formula in the spreadsheet and save again: this is the error that it shows",
            "formula": "save the values in place of the formulas: nothing is calculated here",
            "apostrophe": "remove the apostrophe: it keeps the spreadsheet from reading a number",
            "edges": "remove the spaces and the unseen characters beside the number",
            "plus": "leave the plus sign out; `change: true` for the column shows it",
            "bare": "write a digit on both sides of the point, as in 0.5",
            "minus": "write a hyphen before the number, as in -5.3",
            "brackets": "write -5.3 for a number below zero, not brackets",
            "percent": "leave the sign out, and declare `kind: percent` for the column",
            "currency": "leave the currency out, and declare `currency:` for the column",
            "narrow": "widen the column in the spreadsheet and save again: it shows `{value}` where a number does not fit",
            "dated": "write the number again: the spreadsheet has taken it for a date",
            "note": "take the mark of the note out of the cell, and say it in `summary` or in the text",
            "comparison": "leave the sign out, and declare `bound:` for the column",
            "exponent": "write all the digits",
            "digits": "write the digits 0 to 9: each language gets its own on the page",
            "text": "make it a number in the spreadsheet and save again: the cell holds a text",
            "missing": 'declare below the table, in its sheet, what the mark means, as in `missing: {"{mark}": not available}`, or write the number',
            "comma": 'write a point before decimals, or declare `decimal: ","` for the table',
            "point": "write a comma before decimals, as the rest of the file, or take out `decimal`",
            "either": "write it without separators: it could be thousands or decimals",
            "thousands": "write the digits without separators",
        },
        meaning="A cell is read digit by digit, so that no two programs can take it for two numbers.",
        example="`1,234.5`, `5.3p`, `#REF!`",
    ),
    Code(
        id="D111",
        message="{cell} is no date: `{value}`",
        fix="write a day as in 2025-11-13, or a less exact date: 2025-11, 2025-Q3, 2025",
        variants={
            "serial": "give the column the format of ISO dates in the spreadsheet, and save again: this is its number for a "
            "day",
            "order": "write it as 2025-11-13: nobody can tell the day from the month",
            "epoch": "write the date, or the mark of a missing value: spreadsheets write this day for an empty cell",
        },
        meaning="Dates are those of ISO 8601, which read the same everywhere.",
        example="`03/04/2024`, `45748`",
    ),
    Code(
        id="D112",
        message="this row has no name of its own",
        fix="write it in the column that names the rows, or remove the row",
        variants={
            "list": "make it a table with one row for each name and a column for each time, as a pivot table does: here each "
            "value has a line of its own, and `{name}` stands in several",
            "twice": "remove one of the two rows `{name}`, or give one another name",
            "near": "give it another name: `{name}` can hardly be told from `{other}`",
            "edges": "write `{name}` without spaces around it",
        },
        meaning="Rows are known by their names, never by their position.",
        example="two rows `ro`",
    ),
    Code(
        id="D113",
        severity=NOTICE,
        message="the file begins with a byte-order mark, which is not part of its first name",
        fix="save it as UTF-8 without the mark; it is read either way",
        meaning="Spreadsheets write this mark to know UTF-8 again; other programs take it for a letter.",
        example="“CSV UTF-8” of Excel",
    ),
    Code(
        id="D130",
        message="the first line has {found} of the names of columns, but the lines below have {wanted} cells",
        fix="let the names of the columns stand in the first line: remove what is above them, such as a title, or add those "
        "that are missing",
        meaning="The first line of a file names its columns, one for each cell of the lines below.",
        example="`Inflation in the EU` above `country,2024-08,2024-09`",
    ),
)
"""All findings of the family that are about the text of a file."""

"""R: what can be wrong with references, in texts and to the cells of tables."""

from factsheet.problems import Code, Severity

WARNING = Severity.WARNING

CODES = (
    Code(
        id="R501",
        message="there is no metric `{target}`",
        fix="declare it under `metrics`, or use one of: {known}",
        variants={
            "draft": "remove `draft: true` from {file}, which declares it; `serve` and `-D` show it before",
        },
        meaning="A reference names a metric of the same sheet, or of another as in `{{ operations/arrests }}`.",
        example="`{{ arests }}`",
    ),
    Code(
        id="R502",
        message="`{form}` is not a form of a figure",
        fix="use one of: {forms}",
        variants={
            "suggest": "did you mean `.{suggestion}`?",
            "size": "leave it out, or declare `change: true` with {metric} if it says by how much something has changed",
            "rounded": "declare with {metric} what it is rounded to, as in `round_to: 100000`",
            "row": "leave it out: a row is told of the greatest and the least value of a column, as in `prices.max(2024-09).row`",
            "words": "leave it out: words are for whole numbers from 0 to 100 without a sign, as {metric} is not",
        },
        meaning="After a point, a reference asks for the number alone, all its digits, its short form, its label, or the "
        "figure in round numbers or in words; for the size of a change, also without its sign: “fell by {{ deaths.size }}”.",
        example="`{{ arrests.num }}`",
    ),
    Code(
        id="R503",
        message="`{address}` leads nowhere",
        fix="check the name; links to sheets are written as the file is named: `method.md`",
        variants={
            "suggest": "did you mean `{suggestion}.md`?",
            "web": "write the whole address: `https://{address}`",
            "picture": "put the picture beside the sheet and write `{name}`, or into `static/` and write `/static/{name}`",
            "asset": "did you mean `{known}`?",
            "no-asset": "put the file into the folder `static/`, as `static/{name}`",
        },
        meaning="A link to a Markdown file becomes a link to its page, so the file must be there. An address within the "
        "site, in whatever form, must be that of a page, or of an alias.",
        example="`[Metoda](metod.md)`",
    ),
    Code(
        id="R504",
        message="`{address}` leads to no place on its page",
        fix="use one of: {known}",
        variants={
            "suggest": "did you mean `#{suggestion}`?",
            "none": "leave out `{address}`: the page has neither headings nor figures",
        },
        meaning="After `#` stands the id of a heading or of a figure, and there is none of this name.",
        example="`[Arestări](#arest)`",
    ),
    Code(
        id="R505",
        severity=WARNING,
        message="the source `{source}` is not used by any figure",
        fix="remove it, or name it as the `source` of a figure",
        meaning="A source that no figure comes from is most likely left over.",
        example="`sources` with an entry that no metric names",
    ),
    Code(
        id="R506",
        severity=WARNING,
        message="{metric} is declared, but shown nowhere: not in the text, on a card or in a chart",
        fix="mention it as `{{ {metric} }}`, add it to `highlight`, or remove it",
        meaning="An unused metric is a figure that nobody looks after.",
        example="a metric left over from an older text",
    ),
    Code(
        id="R507",
        message="there is no source `{source}`",
        fix="declare it under `sources`, as in `press: {title: ..., lang: en}`, and name it here by `press`",
        variants={
            "known": "use one of: {known}, or declare another under `sources`, as in `press: {title: ..., lang: en}`",
        },
        meaning="`source` names an entry of `sources` in the same sheet.",
        example="`source: press` where the entry is `presa`",
    ),
    Code(
        id="R508",
        message="the address `{address}` is not allowed",
        fix="use an address that begins with https://, http:// or mailto:, or the name of a sheet",
        variants={
            "picture": "put the picture into `static/` and write `/static/...`: pages load nothing from other sites"
        },
        meaning="Other schemes can run code in the reader's browser or lead off the site unseen.",
        example="`[x](javascript:alert(1))`",
    ),
    Code(
        id="R509",
        message="`{written}` fills in no figure",
        fix="write `{{ {metric} }}`: two braces before it and two after it",
        meaning="A figure stands between two braces on each side; with fewer or more the braces would be shown to readers.",
        example="`{ arrests }`, or `{{ arrests }`",
    ),
    Code(
        id="R510",
        severity=WARNING,
        message="the picture `{address}` has no description",
        fix="say between the brackets what is to be seen: `![a chart of arrests](...)`",
        meaning="Who cannot see a picture hears its description. One that says nothing is better left out.",
        example="`![](/static/map.png)`",
    ),
    Code(
        id="R511",
        message="no figure is filled in here: readers would see `{written}`",
        fix="write these words without a figure; figures stand in the text, the title and the summary",
        meaning="Labels, notes, units, charts, sources and corrections are shown as they are written. A figure in them "
        "would be one that no check sees.",
        example="`label: Arrests, of {{ total }}`",
    ),
    Code(
        id="R512",
        severity=WARNING,
        message="the link to `{address}` has no words",
        fix="say between the brackets where it leads: `[the report](...)`",
        meaning="A link without words cannot be seen, and who hears the page is told an address.",
        example="`[](https://example.org)`",
    ),
    Code(
        id="R513",
        message="the redirect of `{source}` leads nowhere: there is no page `{target}`",
        fix="name a sheet, as in `ro/method.md`, an address of the site, as in `/ro/`, or one of another site in full",
        meaning="`[redirects]` leads readers on from addresses that are no longer there, so there must be something at the other end.",
        example='`"/old.html" = "ro/metod.md"`',
    ),
    Code(
        id="R514",
        message="the menu names `{name}`, and there is no such sheet",
        fix="write the file of a sheet as it stands below the folder of a language, such as `method.md`",
        meaning="`menu` in site.toml names the sheets that the menu of each page shows, so each must be there.",
        example='`menu = ["metod.md"]`',
    ),
    Code(
        id="R530",
        severity=WARNING,
        message="`{address}` leads nowhere: {answer}",
        fix="correct the address, or name a copy in a web archive, and when you saw it, by `accessed`",
        meaning="`check --external` asks the servers that links and sources lead to; there is no page here any more.",
        example="a link to a page that was taken down (404)",
    ),
    Code(
        id="R531",
        severity=Severity.NOTICE,
        message="whether `{address}` still leads somewhere cannot be said: {answer}",
        fix="open it in a browser",
        meaning="A server that is slow or busy, or that answers browsers only, says nothing about its page.",
        example="a link to a server that does not answer within ten seconds",
    ),
    Code(
        id="R516",
        severity=WARNING,
        message="readers would see “{shown}”: `{{ {target} }}` says “{noun}” itself",
        fix="remove “{noun}” behind it, or write `{{ {target}.number }}` for the number alone",
        meaning="A figure is shown with its noun or unit, in the form that fits the number in each language.",
        example="`{{ trips }} trips`, shown as “48,210 trips trips”",
    ),
    Code(
        id="R515",
        severity=WARNING,
        message="no sheet shows the picture `{name}`",
        fix="show it with `![what it shows](<{name}>)`, or remove it",
        meaning="A picture beside the sheets is published, but no reader will find it.",
        example="`content/ro/sala.jpg` beside sheets that do not name it",
    ),
    Code(
        id="R520",
        message="there is no table `{table}`",
        fix="declare it under `tables` of the sheet in the reference language; there is: {known}",
        meaning="A table is shown by its id, and a cell by the table, its row and its column.",
        example="`{{ table prises }}`",
    ),
    Code(
        id="R521",
        message="nothing in the table {table} is called `{name}`",
        fix="name one that its file has: {known}",
        meaning="A cell is named by its row and its column, as the file has them: `table[row, column]`.",
        example="`{{ prices[ro, 2024-13] }}`",
    ),
    Code(
        id="R522",
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
        message="the cell {cell} has no value: the file says `{mark}` there",
        fix="say it in words, or mention another cell",
        meaning="A missing value cannot be mentioned as a figure.",
        example="`{{ prices[ro, 2024-08] }}` where the file has `:`",
    ),
    Code(
        id="R524",
        message="there is no chart `{chart}`",
        fix="declare it under `charts` of the sheet in the reference language; there is: {known}",
        meaning="A chart is put into the text by its id, and then stands there alone.",
        example="`{{ chart mony }}`",
    ),
    Code(
        id="R525",
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

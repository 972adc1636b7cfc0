"""M: Markdown that would lose something, or show its own signs to readers."""

from factsheet.problems import Code, Severity

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE

CODES = (
    Code(
        id="M101",
        message="`<{element}>` is left out of the page",
        fix="write it in Markdown, or leave it out",
        variants={"embed": "put a picture into `static/` and show it, or link to what you want to show"},
        meaning="Pages hold text, pictures, tables and lists; they load nothing from other sites and run no script. "
        "Other elements of HTML would vanish without a trace.",
        example="`<iframe src=...>`, `<video>`, `<form>`",
    ),
    Code(
        id="M102",
        severity=WARNING,
        message="the attribute `{attribute}` of `<{element}>` is left out of the page",
        fix="remove it: the looks of a page are its style sheet's business",
        variants={
            "markdown": "remove it: between tags, Markdown is read wherever a blank line stands before it",
            "number": "begin a list in Markdown with the number, `15.`; HTML cannot number one",
        },
        meaning="Of the attributes of HTML only those are kept that cannot act, nor show a number nobody declared.",
        example='`<p style="color: red">`',
    ),
    Code(
        id="M103",
        message="`{opening}` has no end, so all text after it is left out of the page",
        fix="close it, or remove it",
        meaning="A comment, a script or a block of data goes on to the end of the text where its end is missing.",
        example="`<!--` without `-->`",
    ),
    Code(
        id="M108",
        severity=WARNING,
        message="`<{element}>` is opened here and never closed",
        fix="write `</{element}>` where it should end",
        meaning="What HTML opens goes on until it is closed, over all paragraphs to the end of the text if need be.",
        example="`<b>bold` without `</b>`",
    ),
    Code(
        id="M109",
        severity=WARNING,
        message="`</{element}>` closes nothing",
        fix="take it out, or write `<{element}>` where it should begin",
        meaning="A tag that closes an element which was not opened, or was closed before, is left out of the page.",
        example="`bold</b>` without `<b>`",
    ),
    Code(
        id="M104",
        message="this item is numbered {written}, but readers would see {shown}",
        fix="number the items one after the other, or write `1.` before each of them",
        meaning="Only the first number of a list counts; the items after it are numbered one after the other.",
        example="`1.`, `2.`, `4.`",
    ),
    Code(
        id="M105",
        severity=WARNING,
        message="`{marker}` at the beginning of the line makes a list of one item",
        fix="write `{escaped}` if it is a date or a figure",
        meaning="A number and a point at the beginning of a paragraph are the marker of a list, so a date such as "
        "`3. Oktober` would be set as one.",
        example="`3. Oktober 1990 war ein Mittwoch.`",
    ),
    Code(
        id="M106",
        severity=WARNING,
        message="readers would see the signs `{signs}`",
        fix="write it in another way; a `\\` before a sign says that it is meant",
        variants={
            "footnote": "add the text of the footnote on a line of its own: `[^1]: ...`",
            "abbreviation": "write the long form where the short one stands first: abbreviations are not explained apart",
            "contents": "remove it: pages have no table of contents in their text",
            "admonition": "write `> [!NOTE]` and each line of the note after `>`",
            "wiki": "write `[words](file.md)`",
            "space": "leave out the space between `]` and `(`",
            "template": "remove it: texts are no templates; a figure is filled in by its name, `{{ name }}`",
            "heading": "write a space between the signs and the words: `## Words`",
            "quotes": "write straight quotation marks on both sides: they become those of the language",
            "unclosed": "write `)` after the address",
            "reversed": "write the words in square brackets and the address in round ones: `[words](address)`",
            "address": "put the address between `<` and `>` if it holds spaces: `[words](<an address>)`",
            "bullet": "begin the item with `- `",
            "attributes": "remove it: only headings take an id or a class, as in `## Words {#id}`",
            "misnamed": "write `[^{label}]`, as the text of the footnote is named, or name that `{signs}:`",
            "table": "write a line below the first one with a `|---|` for each of its cells, as in `|---|---|`",
            "opened": "write `{signs}` again where the words end that it is for: it is opened here and never closed",
            "closing": "write `{signs}` before the first word that it is for, too, or remove it",
            "entity": "write the character itself: `{better}`",
            "emphasis": "let the signs touch the words that they are for, on both sides",
        },
        meaning="The signs of Markdown that nothing is made of stay in the text, mostly because of a space or because "
        "they belong to another dialect.",
        example="`[TOC]`, `** bold**`, `[words] (address)`",
    ),
    Code(
        id="M110",
        severity=WARNING,
        message="this row has {cells} cells and its table {columns} columns, so “{lost}” is left out of the page",
        fix="add a column to the first row and to the line `|---|` below it; write `\\|` where a line belongs to the text",
        meaning="A table has the columns of its first row; cells beyond them are not shown.",
        example="`| 2024 | 12 | 13 |` in a table of two columns",
    ),
    Code(
        id="M111",
        severity=WARNING,
        message="the code that begins here is never closed, so all text after it is shown as code",
        fix="write a line of its own, {fence}, where the code ends, or remove this one",
        meaning="What stands between two lines of three backticks or tildes is shown as it is written: references are "
        "not filled in, and nothing is checked.",
        example="a line of three backticks without a second one",
    ),
    Code(
        id="M112",
        severity=WARNING,
        message="nothing refers to the footnote `[^{label}]`, so its text is left out of the page",
        fix="write `[^{label}]` in the text where it belongs, or remove it",
        variants={"caret": "write `[^{label}]` here, with a caret behind the bracket"},
        meaning="A footnote has two halves of one name: the mark in the text and the line that begins with it.",
        example="`[^2]: ...` and no `[^2]` in the text",
    ),
    Code(
        id="M113",
        severity=Severity.NOTICE,
        message="“{line}” is shown as code, for four spaces or a tab stand before it",
        fix="take out the spaces before the lines of this paragraph; write code between two lines of three backticks",
        meaning="In Markdown, lines that begin with four spaces are code: letters of one width, in which links and figures "
        "are not read. A first line is not indented by hand; code between backticks shows that it is meant.",
        example="a paragraph whose first line is indented as in a book",
    ),
    Code(
        id="M107",
        severity=Severity.NOTICE,
        message="here GitHub would show {theirs}, and the page shows {ours}",
        fix="write it in a way that both read alike, most often with a blank line or a space more",
        meaning="`check --markdown` compares the pages with cmark-gfm, the reader of Markdown that GitHub runs. "
        "Definition lists, figures and attributes of headings are not compared.",
        example="a line that begins with `:` below a paragraph",
    ),
)

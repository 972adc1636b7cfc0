"""V: what `verify` finds in a published site."""

from factsheet.problems import Code, Severity

NOTICE = Severity.NOTICE

CODES = (
    Code(
        id="V901",
        message="this file is not as it was published: its SHA-256 is {found}, not {listed}",
        fix="publish the site again",
        meaning="`.factsheet.json` lists the digest of every published file. A file that was changed afterwards, "
        "be it by one digit, no longer has that digest.",
        example="a page edited on the server",
    ),
    Code(
        id="V902",
        message="this file was published, but is not there",
        fix="publish the site again",
        meaning="`.factsheet.json` lists a file that is missing.",
        example="a data file deleted on the server",
    ),
    Code(
        id="V903",
        severity=NOTICE,
        message="this file was not made by the tool, and was not verified",
        fix="leave it, if you put it there",
        meaning="The folder holds a file that `.factsheet.json` does not list, such as one for the host.",
        example="a `CNAME` file",
    ),
    Code(
        id="V904",
        message="“{text}” does not say {value}",
        fix="publish the site again; if it is said again, report it as a mistake of the tool",
        variants={
            "bound": "it should be {expected}, and is {found}: check the words of limits in the catalogue",
            "drawn": "it is drawn at another length or place than its value has: publish the site again",
            "currency": "it should be in {expected}, and is in {found}: check the words of the unit",
            "unit": "it should be in {expected}, and names no such unit: publish the site again",
        },
        meaning="The text that a reader sees, read back by the rules of its language, must give the value that "
        "machines are told.",
        example='`<data value="1209">1.290 arestări</data>`',
    ),
    Code(
        id="V905",
        message="{key} of {metric} is {here}, but {there} in {other}",
        fix="publish the site again; if it is said again, report it as a mistake of the tool",
        meaning="A figure is the same in every language and in every format: pages, JSON-LD, CSV and JSON.",
        example="1209 in `ro/figures.csv` and 1290 in `en/index.html`",
    ),
    Code(
        id="V906",
        message="“{numeral}” stands in the text outside of any figure",
        fix="declare it as a metric, or under `literals` if it is no figure; what a template writes is taken out there",
        meaning="A number that is seen on a page stands in a `data` or `time` element with its value, is a year or "
        "a date, or was declared as a literal.",
        example="a number typed into a template",
    ),
    Code(
        id="V907",
        message="this file cannot be read: {reason}",
        fix="publish the site again",
        meaning="A published data file is not valid JSON or CSV, or lacks what its schema asks for.",
        example="a `figures.json` cut off in the middle",
    ),
    Code(
        id="V908",
        message="there is no list of the published files",
        fix="verify the folder that was published; the list is the file `.factsheet.json` in it",
        meaning="Without the list of digests it cannot be told whether a file was changed.",
        example="`verify` on a folder that is no published site",
    ),
    Code(
        id="V909",
        message="the figure {metric} stands in no data file",
        fix="publish the site again",
        meaning="Every figure that a page shows stands in `figures.json` and `figures.csv` as well.",
        example="a `data` element for a metric that the data files lack",
    ),
    Code(
        id="V910",
        message="{metric} is said to be {calculation}, which does not give {value}",
        fix="publish the site again; if it is said again, report it as a mistake of the tool",
        variants={"parts": "publish the site again: its parts are not all there, or are no numbers to compute with"},
        meaning="A figure that is computed from others is computed once more from the published values of its parts.",
        example="`sum_of` 40 and 50, published as 100",
    ),
)

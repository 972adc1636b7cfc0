"""Examples for `--help`, command by command; a test reads each with the parser."""

from collections.abc import Mapping

from factsheet.cli.language import Words

EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "build": (
        ("factsheet build", "publish into public/"),
        ("factsheet build --strict -o /tmp/site", "publish elsewhere, and only without warnings"),
        ("factsheet build --compress --base-url https://facts.example/", "publish for a server of your own"),
    ),
    "check": (
        ("factsheet check", "say what is wrong, write nothing"),
        ("factsheet check --strict --sources ../archive", "prove every quote against archived texts"),
        ("factsheet check --format github", "annotate a pull request"),
    ),
    "serve": (
        ("factsheet serve --open", "edit and see"),
        ("factsheet serve -p 9000 --editor code", "on another port, with links into VS Code"),
    ),
    "status": (
        ("factsheet status", "sheets and languages"),
        ("factsheet status --diff", "what has changed since a text was translated"),
    ),
    "translated": (("factsheet translated content/en/index.md", "this translation is up to date again"),),
    "new": (
        ("factsheet new site library", "begin a site"),
        ("factsheet new sheet visitors", "begin a sheet in every language"),
        ("factsheet new table data/prices.csv", "begin a sheet with the table of a data file"),
        ("factsheet new locale de", "begin a language"),
    ),
    "extract": (
        ("factsheet extract", "after a template has changed"),
        ("factsheet extract text sources/report.pdf", "write sources/report.txt, in which quotes are found"),
    ),
    "export": (("factsheet export de --format xliff -o de.xlf", "for a translator's tool"),),
    "import": (("factsheet import de.xlf", "put the translations into the sheets"),),
    "hosting": (("factsheet hosting nginx --folder /srv/facts", "the configuration of a web server for this site"),),
    "verify": (("factsheet verify public", "read every published figure back"),),
    "prove": (("factsheet prove --sources ../archive", "keep that every quote was found in these texts"),),
    "read": (
        ("factsheet read content/ro/index.md", "what the checks read in a sheet, with its figures filled in"),
        ("factsheet read press.txt --locale en", "what they read in any other text"),
    ),
    "eject": (
        ("factsheet eject templates/parts/footer.html", "bring the footer of the pages, to change it"),
        ("factsheet eject", "list what can be brought"),
    ),
    "docs": (
        ("factsheet docs", "list the pages"),
        ("factsheet docs editors", "the page for editors"),
    ),
    "explain": (
        ("factsheet explain P201", "what a code means, with an example"),
        ("factsheet explain figures", "how to declare a figure such as the one you have"),
    ),
    "completion": (("factsheet completion bash", "the script that completes commands in your shell"),),
}


TITLE = "examples:"


def examples(command: str, words: Words = str) -> str:
    """Give the examples of a command as the end of its help; nothing where it has none."""
    found = EXAMPLES.get(command, ())
    lines = [f"  {line}\n      {words(about)}" for line, about in found]
    return "\n".join([words(TITLE), *lines]) if lines else ""

"""`extract text FILE`: the text of a PDF, a Word or an OpenDocument file, in which quotes can be looked for."""

import argparse
from pathlib import Path
from typing import Final

from factsheet.cli.printing import complain, say
from factsheet.files.documents import NoText, text_of

SUFFIX: Final = ".txt"


def run(arguments: argparse.Namespace) -> int:
    """Write the text beside the file, or where it is asked for; 2 where there is none, or another file stands there."""
    name = arguments.file or ""
    file = Path(name)
    if not file.is_file():
        complain("there is no file {file}", "name a PDF, a Word file or an OpenDocument text", file=name)
        return 2
    try:
        text = text_of(file).encode()
    except NoText as none:
        complain(
            "{file} gives no text: {reason}",
            "install it with: pip install 'factsheet[documents]'"
            if none.lacks_pypdf
            else "recognise the text first, with a program for OCR"
            if none.is_picture
            else "open it, and save it as plain text in UTF-8",
            file=file,
            reason=none.reason,
        )
        return 2
    target = Path(arguments.output) if arguments.output else file.with_suffix(SUFFIX)
    if target.exists() and target.read_bytes() != text:
        complain("{file} is there already", "remove it, or name another with --output", file=target)
        return 2
    target.write_bytes(text)
    say("Wrote {file}. Read it over: the order of columns and tables may be lost.", file=target)
    return 0

"""The message of a commit is as CONTRIBUTING.md asks: a subject of one line, an empty line, and why."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LONGEST: Final = 72
"""Bytes of a subject: what `git log --oneline` shows beside the name of a commit on a line of eighty."""
_BESIDE: Final = ("Merge ", "Revert ", "fixup! ", "squash! ")
"""What git writes itself."""


def faults(message: str) -> Iterator[str]:
    """Tell what a message lacks; lines that begin with `#` are git's own, and so is all below its line of scissors."""
    text = message.partition("# ------------------------ >8")[0]
    subject, *rest = [line for line in text.split("\n") if not line.startswith("#")] or [""]
    if subject.startswith(_BESIDE):
        return
    if not 0 < len(subject.encode()) <= LONGEST:
        yield f"the subject has {len(subject.encode())} bytes; write 1 to {LONGEST}"
    if subject.endswith("."):
        yield "the subject ends with a full stop; leave it out"
    if rest and rest[0].strip():
        yield "the second line is not empty; leave it so, and write the body below"
    if not "".join(rest).strip():
        yield "there is no body; say why the change is made"


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1]).read_text("utf-8")))
    print("\n".join(found), file=sys.stderr)
    sys.exit(bool(found))

"""What the parser finds in a body is reported at its line of the file."""

from pathlib import Path

import pytest

from tests.support import ROMANIAN, SMALL_SITE, run_here, write_site


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ('Graficul:\n\n<iframe src="https://a.example/"></iframe>', "19:1: M101 `<iframe>` is left out of the page"),
        ("Text.\n\n1. unu\n3. trei", "20:1: M104 this item is numbered 3, but readers would see 2"),
        ("Text.\n<!-- aici", "18:1: M103 `<!-- aici` has no end, so all text after it is left out of the page"),
        ("Un [semn] (https://a.example).", "17:4: M106 readers would see the signs `[semn] (https://a.example)`"),
        ("Un [](https://a.example) semn.", "17:7: R512 the link to `https://a.example` has no words"),
        ("Un ![a.png](/static/a.png) semn.", "17:13: R510 the picture `/static/a.png` has no description"),
        ("Un ![ ](/static/a.png) semn.", "17:9: R510 the picture `/static/a.png` has no description"),
    ],
)
def test_findings_stand_at_their_line(tmp_path: Path, text: str, finding: str) -> None:
    """A finding names the file, the line and the column."""
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/index.md": f"{ROMANIAN}\nBine.\n\n{text}\n"})
    done = run_here("check", "--root", root)
    assert f"content/ro/index.md:{finding}" in done.stdout + done.stderr

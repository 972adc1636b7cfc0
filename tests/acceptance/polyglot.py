"""Sites in many languages at once, built by the command line, and what their published files say."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from factsheet.l10n import cldr
from tests.support import ROOT, run_here, write_site

ORACLE: Final[Mapping[str, Any]] = json.loads((ROOT / "tests/oracle/icu-cldr47.json").read_text("utf-8"))
"""What ICU writes from the same release of CLDR."""

_FIGURE: Final = re.compile(
    r'<(data|time) class="figure"[^>]* data-metric="([^"]+)"'
    r'(?: data-form="\w+")? (?:value|datetime)="([^"]*)">(.*?)</\1>'
)
_TAG: Final = re.compile("<[^>]*>")


def icu(tag: str, style: str, value: str) -> str:
    """What ICU writes for a value in a style of the oracle."""
    asked = ORACLE["styles"][style]["values"]
    answers = ORACLE["results"]["zh-Hans" if tag == "zh" else tag][style]
    return str(answers[asked.index(value)])


def sheets(
    metrics: Mapping[str, str],
    tags: Iterable[str],
    nouns: Mapping[str, Mapping[str, str]],
    body: str = "",
) -> dict[str, str]:
    """One sheet in English and in each of the languages; `metrics` are the lines that declare each value.

    A metric whose lines end in `unit` takes the noun of its language; where none is given it takes one that
    names its plural category: `5 [other]`.
    """
    body = body or " ".join(f"{{{{ {name} }}}}" for name in metrics)
    return {
        f"content/{tag}/index.md": _sheet(tag, metrics, nouns.get(tag, {}), body, is_reference=tag == "en")
        for tag in ("en", *tags)
    }


def _sheet(tag: str, metrics: Mapping[str, str], noun: Mapping[str, str], body: str, *, is_reference: bool) -> str:
    lines = ["---", f"title: Sheet {tag}", "metrics:"]
    for name, declared in metrics.items():
        keys = declared.split("; ")
        lines += [f"  {name}:", f"    label: {name}"]
        lines += [f"    {key}" for key in keys if is_reference and key != "unit"]
        if "unit" in keys:
            lines.append(f"    unit: {json.dumps(noun or _categories(tag), ensure_ascii=False)}")
    return "\n".join([*lines, "---", body, ""])


def _categories(tag: str) -> dict[str, str]:
    return {category: f"{{n}} [{category}]" for category in cldr.plural_categories(cldr.locale(tag))}


def built(root: Path, files: Mapping[str, str | bytes], *options: str) -> Path:
    """Write a site, build it by the command line, and give the folder of its output."""
    write_site(root, files)
    done = run_here("build", "--root", root, "--output", root / "public", "--quiet", *options)
    assert done.returncode == 0, done.stdout.rpartition("\n\n")[2]
    return root / "public"


def problems(root: Path, files: Mapping[str, str | bytes], *options: str) -> tuple[int, str]:
    """Write a site and check it: the exit code, and all that is printed."""
    write_site(root, files)
    done = run_here("check", "--root", root, "--all", *options)
    return done.returncode, done.stdout + done.stderr


def data(output: Path, tag: str) -> dict[str, dict[str, Any]]:
    """The figures of a language by their ids, as `figures.json` has them."""
    read = json.loads((output / tag / "figures.json").read_text("utf-8"))
    return {figure["id"]: figure for sheet in read["sheets"] for figure in sheet["figures"]}


def texts(output: Path, tag: str) -> dict[str, str]:
    """What each figure says on the page of a language, which is what `figures.json` and `figures.csv` say too."""
    page = (output / tag / "index.html").read_text("utf-8")
    table = (output / tag / "figures.csv").read_text("utf-8")
    said = {name: html.unescape(_TAG.sub("", text)) for _, name, _, text in _FIGURE.findall(page)}
    for name, figure in data(output, tag).items():
        assert said[name] == figure["text"]
        assert figure["text"] in table
    return said


def values(output: Path, tag: str) -> dict[str, str]:
    """The machine value of each figure on the page of a language."""
    page = (output / tag / "index.html").read_text("utf-8")
    return {name: value for _, name, value, _ in _FIGURE.findall(page)}

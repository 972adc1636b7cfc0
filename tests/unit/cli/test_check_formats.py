"""Findings for programs."""

import json

from factsheet.cli.check import as_annotations, as_json
from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.site.proof import Tally

PROBLEM = report("S301", Place("content/en/a,b.md", 3, 7), numeral="100%\nx")


def test_json_has_a_stable_shape() -> None:
    """The keys and their order are part of the contract."""
    read = json.loads(as_json([PROBLEM], str, Tally(full=2, quote=1)))
    assert read == {
        "version": 1,
        "problems": [
            {
                "code": "S301",
                "severity": "error",
                "path": "content/en/a,b.md",
                "line": 3,
                "column": 7,
                "message": "“100%\nx” is typed by hand",
                "fix": "declare it under `metrics` and refer to it, or name it under `literals` if it is no figure",
                "values": {"numeral": "100%\nx"},
            }
        ],
        "counts": {"error": 1, "warning": 0, "notice": 0},
        "figures": {"full": 2, "quote": 1, "none": 0},
    }
    assert json.loads(as_json([], str, None))["figures"] is None


def test_annotations_are_escaped() -> None:
    """No value can end the command that an annotation is, or begin another."""
    [line] = as_annotations([PROBLEM], str, folder="site")
    assert line.startswith("::error file=site/content/en/a%2Cb.md,line=3,col=7,title=S301::“100%25%0Ax” is")
    assert "\n" not in line

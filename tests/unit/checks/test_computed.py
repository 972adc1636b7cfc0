"""The label of a computed figure names what it is computed from, and a change goes forward in time."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_WORDS = {
    "ro": {
        "women": ("Femei ajutate", "femei"),
        "men": ("Bărbați ajutați", "bărbați"),
        "dogs": ("Câini", "câini"),
        "helped": ("Ajutați", "persoane"),
        "before": ("Misiuni în trecut", "misiuni"),
        "missions": ("Misiuni", "misiuni"),
        "plasma": ("Unități de plasmă", "unități"),
    },
    "en": {
        "women": ("Women helped", "women"),
        "men": ("Men helped", "men"),
        "dogs": ("Dogs", "dogs"),
        "helped": ("Helped", "people"),
        "before": ("Missions of last year", "missions"),
        "missions": ("Missions", "missions"),
        "plasma": ("Units of plasma", "units"),
    },
}
_VALUES = {"women": 12, "men": 20, "dogs": 4, "helped": 32, "before": 40, "missions": 44, "plasma": 5}
_AS_OF = {"before": ", as_of: 2024-12", "missions": ", as_of: 2025-12-31"}


def _told(root: Path, computed: str, labels: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    files = {"site.toml": 'reference = "ro"\ntitle = "A"\n'}
    for tag, words in _WORDS.items():
        lines = []
        for name, (label, noun) in words.items():
            unit = f'{{one: "{{n}} {noun}", few: "{{n}} {noun}", other: "{{n}} {noun}"}}'
            value = f", value: {_VALUES[name]}{_AS_OF.get(name, '')}" if tag == "ro" else ""
            lines.append(f"  {name}: {{label: {label}, unit: {unit}{value}}}")
        own = f", {computed}" if tag == "ro" else ""
        lines.append(f"  made: {{label: {labels[tag]}{own}}}")
        files[f"content/{tag}/index.md"] = "\n".join(["---", "title: A", "metrics:", *lines, "---", "{{ made }}", ""])
    problems = check(write_site(root, files), Options()).problems
    return [(one.code, dict(one.values)) for one in problems if one.code in {"N138", "N139"}]


@pytest.mark.parametrize(
    ("computed", "ro", "en", "told"),
    [
        ("sum_of: [women, men]", "Femei și bărbați", "Women and men", ()),
        ("sum_of: [women, men, dogs]", "Femei și bărbați", "Women and men", ("N138", "dogs", "men")),
        ("sum_of: [women, men, dogs]", "Femei și bărbați", "All together", ()),
        ("sum_of: [women, men, dogs]", "Toți", "All", ()),
        ("share_of: [women, helped]", "Ponderea femeilor", "Share of women", ()),
        ("share_of: [women, helped]", "Ponderea între ajutați", "Share of those helped", ()),
        ("share_of: [dogs, helped]", "Ponderea femeilor", "Share of women", ("N138", "dogs", "women")),
        ("share_of: [women, helped]", "Femei și bărbați", "Women and men", ()),
        ("share_of: [dogs, helped]", "Ponderea plasmei", "Share of plasma", ("N138", "dogs", "plasma")),
        ("change_of: [before, missions]", "Schimbarea", "Change", ()),
        ("change_of: [missions, before]", "Schimbarea", "Change", ("N139", "missions", "before")),
    ],
)
def test_what_is_computed_is_what_the_label_names(
    tmp_path: Path, computed: str, ro: str, en: str, told: tuple[str, ...]
) -> None:
    """A part that no language names, where others are named, is told, and a change from the later to the earlier."""
    found = _told(tmp_path, computed, {"ro": ro, "en": en})
    assert [(code, values["part"], values["other"]) for code, values in found] == ([told] if told else [])

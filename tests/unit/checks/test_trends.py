"""What titles and sentences say of the way that a figure went is the way of its earlier values."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from tests.support import write_site

_DRAWN = {
    "ro": (
        "Intervențiile scad",
        "Intervențiile cresc, iar morțile scad",
        "Intervențiile nu scad",
        "Tot mai multe intervenții",
    ),
    "en": ("Missions fall", "Missions have risen", "Missions did not fall", "Missions from year to year"),
    "de": (
        "Die Einsätze sind gesunken",
        "Die Einsätze stiegen",
        "Einsätze im Herbst",
        "Mehr Einsätze bei sinkendem Budget",
    ),
    "fr": (
        "Les interventions baissent",
        "Les interventions augmentent",
        "Hausse continue",
        "La fin de la baisse ? Hausse",
    ),
}


@pytest.mark.parametrize("tag", _DRAWN)
def test_the_title_of_a_chart_goes_the_way_of_its_values(tmp_path: Path, tag: str) -> None:
    """A title that calls a fall what has only risen is told; one that denies it, or speaks of both ways, is not."""
    titles = [f"  - {{id: c{number}, title: '{text}'}}" for number, text in enumerate(_DRAWN[tag])]
    first = "value: 4812, history: {2023: 4510, 2024: 4655}, label: A"
    charts = [f"  - {{id: c{n}, type: columns, title: {{}}, metrics: [m, ]}}" for n in range(4)]
    ro = [line.replace("{}", f"'{text}'") for line, text in zip(charts, _DRAWN["ro"], strict=True)]
    files = {
        "site.toml": 'reference = "ro"\ntitle = "A"\n',
        "content/ro/index.md": "\n".join(
            ["---", "title: A", "metrics:", f"  m: {{{first}}}", "charts:", *ro, "---", "{{ m }}", ""]
        ),
    }
    if tag != "ro":
        files[f"content/{tag}/index.md"] = "\n".join(
            ["---", "title: A", "metrics:", "  m: {label: A}", "charts:", *titles, "---", "{{ m }}", ""]
        )
    found = check(write_site(tmp_path, files), Options()).problems
    told = [dict(one.values)["head"] for one in found if one.code == "S322" and f"/{tag}/" in one.place.path]
    assert told == [_DRAWN[tag][0]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## Fewer missions\n\nThere were {{ m }}.", [7]),
        ("## More missions\n\nThere were {{ m }}.", []),
        ("## Fewer boats\n\nThere were {{ m }}.", []),
        ("## No fewer missions\n\nThere were {{ m }}.", []),
        ("Missions fell to {{ m.number }}.", [7]),
        ("Missions rose to {{ m.number }}.", []),
        ("There were {{ m }}, fewer than in 2024.", [7]),
        ("There were {{ m }}, more than in 2024.", []),
        ("There were {{ m }}, no fewer than in 2024.", []),
        ("There were {{ m }}, fewer than planned in 2022.", []),
        ("Waste fell to {{ w.number }}, after a rise.", []),
        ("Prices fell, and there were {{ m }}.", []),
        ("## More flats\n\nThe flats are {{ f.size }} fewer.", [7]),
        ("## Flats\n\nThe flats are fewer by {{ f.size }}.", []),
    ],
)
def test_headings_and_sentences_go_the_way_of_their_figures(tmp_path: Path, text: str, lines: list[int]) -> None:
    """A figure that only rose has not fallen, whatever stands over it; one that went both ways may have."""
    unit = 'unit: {one: "{n} mission", other: "{n} missions"}'
    sheet = f"""---
title: A
metrics:
  m: {{value: 4812, history: {{2023: 4510, 2024: 4655}}, label: Missions flown, {unit}}}
  w: {{value: 40, history: {{2023: 60, 2024: 35}}, label: Waste}}
  f: {{value: -6, change: true, label: Flats}}
---
{text}"""

    site = {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet}
    found = check(write_site(tmp_path, site), Options()).problems
    assert [one.place.line - 1 for one in found if one.code == "S322"] == lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There are more cats ({{ c.number }}) than dogs ({{ d.number }}).", 1),
        ("There are fewer cats ({{ c.number }}) than dogs ({{ d.number }}).", 0),
        ("There are more dogs, {{ d.number }}, than cats, {{ c.number }}.", 0),
        ("There are more than {{ c.number }} cats, and {{ d.number }} dogs.", 0),
        ("There were {{ f }} in May, fewer than in April, when there were {{ g }}.", 1),
        ("There were {{ f }} in May, more than in April, when there were {{ g }}.", 0),
        ("There were {{ f }} in May, no fewer than in April, when there were {{ g }}.", 0),
        ("There were {{ f }} in May, fewer than in 2024, and {{ g }} came back.", 0),
        ("There were {{ f }} and {{ d.number }} dogs, fewer than the cats.", 1),
        ("There were {{ f }}, fewer than planned, and {{ c.number }} cats.", 0),
        ("Birds rose from {{ f.number }} to {{ g.number }}.", 1),
        ("Birds fell from {{ f.number }} to {{ g.number }}.", 0),
        ("In Dej there were {{ t[dej, 2025] }} in 2025, fewer than in 2024, when there were {{ t[dej, 2024] }}.", 1),
        ("In Dej there were {{ t[dej, 2025] }} in 2025, fewer than in Huși, with {{ t[husi, 2024] }}.", 0),
        ("More cats ({{ c.number }}) came than in the year of the dogs, {{ e }}.", 0),
        ("There were more cats than dogs.", 1),
        ("There were more birds than cats.", 0),
        ("There were fewer birds than cats.", 1),
        ("There were {{ d.number }} dogs, fewer than the cats.", 1),
        ("There were {{ d.number }} dogs, more than the cats.", 0),
        ("There were {{ g }}, of which {{ f }} were young.", 1),
        ("There were {{ f }}, {{ g }} among them young.", 0),
        ("There were {{ c.number }} cats and {{ g }}, of which {{ f }} came back.", 0),
        ("There were {{ g }}. Of them, of which {{ f }} were young.", 0),
    ],
)
def test_the_greater_of_two_figures_is_called_so(tmp_path: Path, text: str, told: int) -> None:
    """“More … than” between two figures of one kind holds of their values."""
    sheet = f"""---
title: A
metrics:
  c: {{value: 4, label: Cats}}
  d: {{value: 9, label: Dogs}}
  e: {{value: 9, measure: kilogram, label: Weight}}
  f: {{value: 30, label: Birds, unit: {{one: "{{n}} bird", other: "{{n}} birds"}}}}
  g: {{value: 20, label: Birds in April, unit: {{one: "{{n}} bird", other: "{{n}} birds"}}}}
tables:
  t: {{file: data/t.csv, title: Ducks, kind: count, key: town, rows: {{dej: Dej, husi: Huși}}}}
---
{text}
"""
    site = {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet}
    site["data/t.csv"] = "town,2024,2025\ndej,5,8\nhusi,9,7\n"
    found = check(write_site(tmp_path, site), Options()).problems
    assert [one.code for one in found].count("S324") == told


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("More cats than dogs", ["S324"]),
        ("Fewer cats than dogs", []),
        ("More cats than dogs were not seen", []),
        ("There are more cats than cows", []),
        ("Dej falls, Huși rises", ["S322", "S322"]),
        ("Dej rises, Huși falls", []),
        ("Most ducks live in Dej", []),
        ("The fewest ducks are in Dej, the least of all", ["S324"]),
        ("The most ducks live in Cluj", ["S324"]),
        ("The most ducks live in Dej", []),
        ("Dej rises the most", []),
    ],
)
def test_a_chart_compares_what_it_names_rightly(tmp_path: Path, title: str, codes: list[str]) -> None:
    """Two figures, and the rows of a table, are as the title of a chart says."""
    sheet = f"""---
title: A
metrics:
  c: {{value: 4, label: Cats in town}}
  d: {{value: 9, label: Dogs}}
  e: {{kind: percent, value: 9, label: Share of cats}}
tables:
  t: {{file: data/t.csv, title: Ducks, kind: count, key: town, rows: {{dej: Dej, husi: Huși, cluj: Cluj}}}}
charts:
  - {{id: t, type: grouped, title: "{title}", summary: Drawn., table: t}}
---
{{{{ c.number }}}} cats, {{{{ d.number }}}} dogs, {{{{ e }}}}.
"""
    site = {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet}
    site["data/t.csv"] = "town,2024,2025\ndej,5,8\nhusi,9,7\ncluj,1,1\n"
    found = check(write_site(tmp_path, site), Options()).problems
    assert [one.code for one in found if one.code in {"S322", "S324"}] == codes


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Less timber was cut than in 2024", []),
        ("More timber was cut than in 2024", ["S322"]),
        ("The most timber was cut in 2024", []),
        ("The most timber was cut in 2025", ["S324"]),
    ],
)
def test_what_a_label_calls_a_figure_says_no_fall(tmp_path: Path, title: str, codes: list[str]) -> None:
    """“Timber cut” is no fall, and a year behind “than” is compared with the last."""
    sheet = f"""---
title: A
summary: "{title}."
metrics:
  m: {{value: 84, as_of: 2025, history: {{2023: 78, 2024: 91}}, label: Timber cut}}
charts:
  - {{id: m, type: columns, title: "{title}", summary: Drawn., metrics: [m]}}
---
{{{{ m }}}}
"""
    site = {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet}
    found = check(write_site(tmp_path, site), Options()).problems
    assert [one.code for one in found if one.code in {"S322", "S324"}] == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In Dej there were {{ t[dej, 2024] }} in 2025, more than in 2024.", "2025"),
        ("In Dej there were {{ t[dej, 2025] }} in 2025, more than in 2024.", ""),
        ("Of {{ t[all, 2025] }}, {{ t[dej, 2025] }} were in Dej.", ""),
        ("In Dej there were {{ t[all, 2025] }}.", "Dej"),
    ],
)
def test_a_cell_is_of_the_year_behind_it_and_no_total(tmp_path: Path, text: str, told: str) -> None:
    """The year right behind a cell is that of its column; “in total” before one row is told where there is a total."""
    sheet = f"""---
title: A
tables:
  t:
    {{file: data/t.csv, title: Ducks, kind: count, key: town, rows: {{dej: Dej, husi: Huși, all: All}},
     total: {{row: all, as: sum}}}}
---
{text}

{{{{ table t }}}}
"""
    site = {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet}
    site["data/t.csv"] = "town,2024,2025\ndej,5,8\nhusi,9,7\nall,14,15\n"
    found = check(write_site(tmp_path, site), Options()).problems
    assert [dict(one.values)["head"] for one in found if one.code == "S311"] == [told] * bool(told)


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Missions have doubled", ["S315"]),
        ("Missions doubled from 2023 to 2025", ["S315"]),
        ("Missions rose by a fifth", []),
        ("Missions have grown", []),
        ("Missions while the number of boats has doubled", []),
        ("Fewer missions were flown than in 2023", ["S322"]),
        ("More missions were flown than in 2023", []),
    ],
)
def test_the_title_of_a_chart_multiplies_as_its_values_do(tmp_path: Path, title: str, codes: list[str]) -> None:
    """“Doubled” over what grew by a fifth is told, where the title says nothing else."""
    sheet = f"""---
title: A
metrics:
  m: {{value: 4812, history: {{2023: 4010}}, label: Missions flown}}
charts:
  - {{id: m, type: columns, title: {title}, summary: Drawn., metrics: [m]}}
---
{{{{ m }}}}.
"""
    site = {"site.toml": 'reference = "en"\ntitle = "A"\n', "content/en/index.md": sheet}
    found = check(write_site(tmp_path, site), Options()).problems
    assert [one.code for one in found if one.code in {"S315", "S322"}] == codes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The catch of anchovy fell to {{ fish[anchovy, 2025] }}.", ["S322"]),
        ("The catch of anchovy rose to {{ fish[anchovy, 2025] }}.", []),
        ("The catch of anchovy doubled, to {{ fish[anchovy, 2025] }}.", ["S315"]),
        ("The catch of whelk doubled, to {{ fish[whelk, 2025] }}.", []),
        ("The catch of anchovy did not double: {{ fish[anchovy, 2025] }}.", []),
        ("Less anchovy than in 2024: {{ fish[anchovy, 2025] }}.", ["S322"]),
        ("More anchovy than in 2024: {{ fish[anchovy, 2025] }}.", []),
        ("No less anchovy than in 2024: {{ fish[anchovy, 2025] }}.", []),
        ("Less anchovy than in 2019: {{ fish[anchovy, 2025] }}.", []),
        ("Injuries of all sorts rose to {{ hurt.number }}.", ["S322"]),
        ("Injuries of all sorts fell to {{ hurt.number }}.", []),
        ("Fewer were hurt than in 2024: {{ hurt }}.", []),
        ("More were hurt than in 2024: {{ hurt }}.", ["S322"]),
        ("Whelk is the {{ fish[anchovy, 2025].rank }} species.", ["S311"]),
        ("Anchovy is the {{ fish[anchovy, 2025].rank }} species.", []),
        ("Most boats, {{ nets }}, use nets.", ["S324"]),
        ("Few boats, {{ nets }}, use nets.", []),
        ("Almost all boats (1 in 3) are old, {{ women }} of the crews are women.", []),
        ("Most of the crews ({{ women }}) are women.", ["S324"]),
        ("Most of the crews ({{ men }}) are men.", []),
        ("All crews, {{ men }}, are men.", ["S324"]),
    ],
)
def test_what_a_figure_was_before_bears_out_what_is_said(tmp_path: Path, text: str, told: list[str]) -> None:
    """The earlier columns of a row are its history; “rose to”, “doubled”, “more than in” and “most” are held to it."""
    sheet = """---
title: A
metrics:
  hurt: {value: 9, as_of: 2025, history: {2024: 15}, label: Hurt workers, unit: {one: "{n} man", other: "{n} men"}}
  nets: {value: 1/3, kind: ratio, label: Boats with nets}
  women: {value: 12, kind: percent, label: Women}
  men: {value: 88, kind: percent, label: Men}
tables:
  fish:
    file: data/fish.csv
    title: Fish
    label: Species
    measure: tonne
    rows: {anchovy: Anchovy, whelk: Whelk}
---
"""
    files = {
        "site.toml": 'reference = "en"\ntitle = "A"\n',
        "data/fish.csv": "species,2024,2025\nanchovy,940,1260\nwhelk,610,1240\n",
        "content/en/index.md": f"{sheet}{text}\n",
    }
    found = check(write_site(tmp_path, files), Options()).problems
    assert [one.code for one in found if one.code in {"S311", "S315", "S322", "S324"}] == told

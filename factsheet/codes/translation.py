"""T: missing and outdated translations, and faults of catalogues."""

from factsheet.problems import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        id="T601",
        severity=WARNING,
        message="the sheet has not been translated into {language}",
        fix="write {file}",
        meaning="A sheet of the reference language has no counterpart; `fallback` says what readers see in its place.",
        example="`content/ro/method.md` without `content/en/method.md`",
    ),
    Code(
        id="T602",
        severity=WARNING,
        message="{language} has no {key} for {metric}",
        fix="add `{key}` to `{metric}` under `metrics`",
        meaning="A metric's words belong in every language; until then readers see those of the reference.",
        example="a metric without `label` in the English sheet",
    ),
    Code(
        id="T603",
        severity=ERROR,
        message="there is no sheet {other} in the reference language",
        fix="write it there first, rename this file to match its original, or remove it",
        variants={"suggest": "did you mean `{suggestion}`? A translation has the same path as its original"},
        meaning="A translation stands at the same path as its original, in the folder of its own language.",
        example="`content/en/methods.md` where the Romanian sheet is `content/ro/method.md`",
    ),
    Code(
        id="T604",
        severity=ERROR,
        message="the catalogue cannot be read: {reason}",
        fix="open the file in a translation editor such as Poedit, or mend this line",
        meaning="A catalogue is a gettext .po file.",
        example="a `msgstr` without its closing quotation mark",
    ),
)

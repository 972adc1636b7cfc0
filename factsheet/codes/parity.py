"""P: what can differ between the languages. These are always errors, but where a code says otherwise."""

from factsheet.problems import Code, Severity

ERROR = Severity.ERROR

CODES = (
    Code(
        id="P201",
        severity=ERROR,
        message="{key} of {metric} is {here}, but {there} at {other}",
        fix="remove the line here: a translation inherits it",
        meaning="A value is declared once, in the reference language. A translation may repeat it only if it agrees.",
        example="`value: 1290` in English where the Romanian sheet says 1209",
    ),
    Code(
        id="P202",
        severity=ERROR,
        message="{metric} is not declared in the reference sheet {other}",
        fix="declare it there with its value, or remove it here",
        variants={"suggest": "did you mean `{suggestion}`? Metrics are declared in {other}"},
        meaning="A metric begins in the reference language; translations only put it into words.",
        example="words for `arests` in the English sheet",
    ),
)

"""C: what can be wrong with site.toml. The build ends with exit code 2."""

from factsheet.problems import Code, Severity

ERROR = Severity.ERROR

CODES = (
    Code(
        id="C801",
        severity=ERROR,
        message="site.toml cannot be read from here on",
        fix="mend this line: texts stand in quotation marks, tables in square brackets",
        variants={
            "value": 'put texts in quotation marks, as in `reference = "ro"`; numbers, true and false stand alone',
            "equals": 'write `=` between a key and its value, as in `reference = "ro"`',
            "quote": "a quotation mark is missing on this line: a text that begins with one ends with one",
            "merged": "a merge has left two versions: keep one, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`",
            "twice": "this key stands in the file twice: keep one of the two",
        },
        meaning="site.toml is not valid TOML.",
        example="`reference = ro`",
    ),
    Code(
        id="C802",
        severity=ERROR,
        message="`{key}` is not a setting",
        fix="remove it, or use one of: {known}",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="Unknown settings are refused, so that a slip of the pen is never silently ignored.",
        example='`referense = "ro"`',
    ),
    Code(
        id="C803",
        severity=ERROR,
        message="`{key}` should be {expected}",
        fix="write {expected} here",
        meaning="The setting is of another type than it takes.",
        example='`fallback = "maybe"`',
    ),
    Code(
        id="C804",
        severity=ERROR,
        message="`{tag}` is not a language tag",
        fix="use a tag of BCP 47: ro, en, pt-BR, zh-Hans",
        meaning="Languages are named by their BCP 47 tags.",
        example='`reference = "română"`',
    ),
    Code(
        id="C805",
        severity=ERROR,
        message="`{value}` is not the address of a site",
        fix="write it in full, as in https://example.org/",
        meaning="The address is used in links for search engines and in the data files.",
        example='`base_url = "example.org"`',
    ),
    Code(
        id="C806",
        severity=ERROR,
        message="`{code}` is not the code of a finding",
        fix="the codes are listed in docs/problems.md",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="`[checks]` gives a weight to codes.",
        example='`S999 = "warning"`',
    ),
    Code(
        id="C807",
        severity=ERROR,
        message="{code} is always an error",
        fix="remove the line",
        meaning="A wrong number, or one that differs between languages, is never published.",
        example='`P201 = "notice"`',
    ),
    Code(
        id="C808",
        severity=ERROR,
        message="the folder `content/{tag}` is not named by a language that is known",
        fix='name it by a BCP 47 tag, or add `[locales.{tag}]` with `cldr = "..."` to site.toml',
        variants={
            "suggest": 'did you mean `{suggestion}`? Otherwise add `[locales.{tag}]` with `cldr = "..."`',
            "capitals": "rename it to `content/{better}`: the tag of a language begins with small letters",
            "same": "move what is in it to `content/{other}`, which is the same language",
        },
        meaning="A language needs the data of CLDR for its numbers, its own or that of a language close to it.",
        example="`content/xx/`",
    ),
    Code(
        id="C809",
        severity=ERROR,
        message="there is no language `{tag}` in this site",
        fix="use one of: {known}",
        variants={"nothing": "begin with the sheet `content/{tag}/index.md`"},
        meaning="`reference` and `root` name a language whose folder is in `content/`.",
        example='`root = "fr"` without `content/fr/`',
    ),
    Code(
        id="C810",
        severity=ERROR,
        message="`{numerals}` is not a numbering system with ten digits",
        fix="use latn, native, or another system of CLDR such as arab or deva",
        meaning="`numerals` chooses the digits in which a language's numbers are written.",
        example='`numerals = "roman"`',
    ),
)

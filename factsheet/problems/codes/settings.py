"""C: what can be wrong with site.toml. The build ends with exit code 2."""

from factsheet.problems import Code

CODES = (
    Code(
        id="C801",
        message="site.toml cannot be read from here on",
        fix="correct this line: texts stand in quotation marks, tables in square brackets",
        variants={
            "value": 'put texts in quotation marks, as in `reference = "ro"`; numbers, true and false stand alone',
            "text": "put the text in quotation marks: {better}",
            "typographic": "write straight quotation marks: {better}",
            "literal": "put the text between quotation marks that it does not hold: {better}",
            "boolean": "write {better}, in small letters and without quotation marks",
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
        message="`{key}` is not a setting",
        fix="remove it, or use one of: {known}",
        variants={
            "above": "move this line up, above `[{heading}]`: what stands below a heading in brackets belongs to it"
        },
        meaning="Unknown settings are refused, so that a slip of the pen is never silently ignored.",
        example='`referense = "ro"`',
    ),
    Code(
        id="C803",
        message="`{key}` should be {expected}",
        fix="write {expected} here",
        variants={
            "above": "move this line up, above `[{heading}]`: what stands below a heading in brackets belongs to it",
            "texts": 'write it as in `{key} = ["one", "two"]`: a list stands in brackets, each text in quotes',
        },
        meaning="The setting is of another type than it takes.",
        example='`fallback = "maybe"`',
    ),
    Code(
        id="C804",
        message="`{tag}` is not a language tag",
        fix="use a tag of BCP 47: ro, en, pt-BR, zh-Hans",
        meaning="Languages are named by their BCP 47 tags.",
        example='`reference = "română"`',
    ),
    Code(
        id="C805",
        message="`{value}` is not the address of a site",
        fix="write it in full, as in https://example.org/",
        meaning="The address is used in links for search engines and in the data files.",
        example='`base_url = "example.org"`',
    ),
    Code(
        id="C806",
        message="`{code}` is not the code of a finding",
        fix="the codes are listed in docs/problems.md",
        variants={"suggest": "did you mean `{suggestion}`?", "begun": "name each finding that is meant: {begun}"},
        meaning="`[checks]` gives a weight to codes.",
        example='`S999 = "warning"`',
    ),
    Code(
        id="C807",
        message="{code} is always an error",
        fix="remove the line",
        meaning="A wrong number, or one that differs between languages, is never published.",
        example='`P201 = "notice"`',
    ),
    Code(
        id="C808",
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
        message="there is no language `{tag}` in this site",
        fix="use one of: {known}",
        variants={"nothing": "begin with the sheet `content/{tag}/index.md`"},
        meaning="`reference` and `root` name a language whose folder is in `content/`.",
        example='`root = "fr"` without `content/fr/`',
    ),
    Code(
        id="C810",
        message="`{numerals}` is not a numbering system with ten digits",
        fix="use latn, native, or another system of CLDR such as arab or deva",
        meaning="`numerals` chooses the digits in which a language's numbers are written.",
        example='`numerals = "roman"`',
    ),
    Code(
        id="C811",
        message="text on the accent `{value}` has a contrast of {ratio} to 1, and needs 4.5",
        fix='write "{better}", the nearest colour with 4.5 to 1',
        variants={"dark": 'write "{better}" for `dark`, the nearest colour with 4.5 to 1 under light text'},
        meaning="Words stand on the accent, so it must be pale in light colours and deep in dark ones (WCAG 2.2, 1.4.3). "
        "One colour is that of light pages; a deep one is made of it for dark pages.",
        example='`accent = "#0b5c7d"`',
    ),
    Code(
        id="C812",
        message="there is no plugin `{name}`",
        fix="put the file beside site.toml, or take its name out of `[plugins]`",
        variants={
            "installed": "install the distribution that has this entry point of the group `factsheet`",
        },
        meaning="`[plugins]` names a file that is not there, or an entry point that no installed distribution has.",
        example='`files = ["extnd.py"]`',
    ),
    Code(
        id="C813",
        message="`{name}` holds no plugin",
        fix="end it with `PLUGIN = Plugin(...)`, with `Plugin` from `factsheet.plugins`",
        variants={"installed": "have the entry point name a `Plugin` of `factsheet.plugins`"},
        meaning="A plugin is one value that holds all that it adds.",
        example="`extend.py` with functions alone",
    ),
    Code(
        id="C814",
        message="the plugin cannot be loaded: {reason}",
        fix="correct the plugin at this line",
        meaning="The code of a plugin is run once before the site is read.",
        example="`kinds=(Runtime,)`, a class in place of its instance",
    ),
    Code(
        id="C815",
        message="two plugins give `{name}`",
        fix="take one of them out of `[plugins]`, or rename what it gives",
        meaning="Each kind, code, output and filter has one owner.",
        example="two files with a kind `runtime`",
    ),
    Code(
        id="C816",
        message="the site has plugins, which `--no-plugins` refuses to run",
        fix="read their code; if you trust it, leave `--no-plugins` out",
        meaning="Plugins run with the rights of whoever builds the site. The option lets you look at a site of which you "
        "do not know yet whether you trust it.",
        example="`factsheet check --no-plugins`",
    ),
    Code(
        id="C817",
        message="there is no site in this folder: it has neither `site.toml` nor `content/`",
        fix="go to the folder of your site, or begin one with `factsheet new site NAME`",
        variants={"near": "the site is in `{folder}`: go there with `cd {folder}`, or add `--root {folder}`"},
        meaning="Every command works on the site in the folder where it is run, or in that which `--root` names.",
        example="`factsheet check` within `content/`",
    ),
)

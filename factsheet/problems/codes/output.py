"""O: what can go wrong between the sheets and the published files."""

from factsheet.problems import Code, Severity

ERROR = Severity.ERROR

CODES = (
    Code(
        id="O701",
        severity=ERROR,
        message="the template cannot be read: {reason}",
        fix="mend the template at this line",
        meaning="A template is not valid Jinja.",
        example="`{% if %}` without an end",
    ),
    Code(
        id="O702",
        severity=ERROR,
        message="the template failed: {reason}",
        fix="check the names used at this line against docs/templates.md",
        meaning="A template asked for something that is not there, or that it may not do.",
        example="`{{ page.titel }}`",
    ),
    Code(
        id="O703",
        severity=ERROR,
        message="`{path}` would be made twice: by {one} and by {other}",
        fix="change the `slug` of one of them, or rename the file",
        meaning="Two pages with one address: one would hide the other.",
        example="two sheets with `slug: metoda`",
    ),
    Code(
        id="O704",
        severity=ERROR,
        message="`{slug}` cannot be part of an address",
        fix="use small letters, digits and hyphens, as in `operatiuni`",
        variants={
            "file": "rename the file: small letters, digits and hyphens, as in `our-method.md`; or give a `slug`"
        },
        meaning="A slug becomes a folder and an address; it may hold no dots, slashes, spaces or capitals.",
        example="`slug: ../index`",
    ),
    Code(
        id="O705",
        severity=ERROR,
        message="there is no template for the layout `{layout}`",
        fix="add `templates/{layout}.html`, or remove `layout`",
        variants={"suggest": "did you mean `{suggestion}`?"},
        meaning="`layout` names a template without its ending.",
        example="`layout: shet`",
    ),
    Code(
        id="O706",
        severity=ERROR,
        message="the slug `{slug}` has no effect: this sheet is the front page of its language",
        fix="remove the line; for a page at an address of its own, rename the file",
        meaning="The address of `index.md` is that of its language, such as `/ro/`; it cannot have another name.",
        example="`slug: acasa` in `content/ro/index.md`",
    ),
    Code(
        id="O707",
        severity=Severity.WARNING,
        message="`{key}` is still the example `{value}`",
        fix="write the address that the site is published at, or give it with `--base-url`",
        variants={"publisher": "write who publishes the site: the name stands in citations, feeds and data"},
        meaning="Search engines, feeds, citations and data files would send readers to an address that belongs to nobody, or name a publisher who is invented. The domains example.com, example.net and example.org are reserved for documents (RFC 2606).",
        example='`base_url = "https://example.org/"` as `new site` writes it',
    ),
    Code(
        id="O710",
        severity=ERROR,
        message="the alias `{alias}` cannot be part of an address",
        fix="write it like a slug, below its language: letters and digits with hyphens, `/` between folders",
        meaning="An alias is the address that a page had before; a page is put there that leads to the new one.",
        example="`aliases: [../operations]`",
    ),
    Code(
        id="O720",
        severity=Severity.NOTICE,
        message="no cards were drawn: what draws them is not installed",
        fix="install it with `pip install 'factsheet[cards]'`, or set `cards = false`",
        meaning="`cards = true` asks for a picture of each sheet, for the places where it is shared. The packages of the extra `cards` draw it; all else of the site is the same without them.",
        example="`cards = true` on a machine without resvg-py",
    ),
    Code(
        id="O721",
        severity=Severity.NOTICE,
        message="no card was drawn in the language {language}: no typeface has the letter {letter} ({code})",
        fix="for Chinese, Japanese and Korean, install `pip install 'factsheet[cards,cards-cjk]'`; else the page is shared without a picture",
        meaning="Cards are drawn with typefaces of the extras `cards` and `cards-cjk` only, so that every machine draws the same. A card with empty boxes for letters is never published.",
        example="a Japanese title without `cards-cjk`, or a Thai one",
    ),
)

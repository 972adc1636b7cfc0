"""O: what can go wrong between the sheets and the published files."""

from factsheet.problems import Code, Severity

WARNING, NOTICE = Severity.WARNING, Severity.NOTICE

CODES = (
    Code(
        id="O701",
        message="the template cannot be read: {reason}",
        fix="correct the template at this line; docs/templates.md has examples of each form",
        variants={
            "unended": "write `{% end{tag} %}` where it ends",
            "brace": "write the sign that is missing: `}}` after a value, `%}` after a command",
            "typographic": "write straight quotation marks, `\"` or `'`, within `{{ }}` and `{% %}`",
        },
        meaning="A template is not valid Jinja.",
        example="`{% if %}` without an end",
    ),
    Code(
        id="O702",
        message="the template failed: {reason}",
        fix="check the names used at this line against docs/templates.md",
        variants={
            "names": "use one of: {known}",
            "template": "correct the name, or write the template; its name counts from the folder `templates/`",
        },
        meaning="A template asked for something that is not there, or that it may not do.",
        example="`{{ page.titel }}`",
    ),
    Code(
        id="O703",
        message="`{path}` would be made twice: by {one} and by {other}",
        fix="change the `slug` of one of them, or rename the file",
        variants={
            "redirect": "remove this redirect: a page is at its address",
            "capitals": "write both folders in the same letters: small and capital ones are not told apart everywhere",
        },
        meaning="Two pages with one address: one would hide the other.",
        example="two sheets with `slug: metoda`",
    ),
    Code(
        id="O704",
        message="`{slug}` cannot be part of an address",
        fix="use small letters, digits and hyphens, as in `operatiuni`",
        variants={
            "slug": "use small letters, digits and hyphens, as in `operatiuni`",
            "slug-better": "write `slug: {better}`: small letters, digits and hyphens",
            "file-better": "rename the file to `{better}.md`: small letters, digits and hyphens; or give a `slug`",
            "reserved": "choose another word than `{name}`: Windows, or the site itself, keeps it for something else",
            "file": "rename the file: small letters, digits and hyphens, as in `our-method.md`; or give a `slug`",
        },
        meaning="A slug becomes a folder and an address; it may hold no dots, slashes, spaces or capitals.",
        example="`slug: ../index`",
    ),
    Code(
        id="O705",
        message="there is no template for the layout `{layout}`",
        fix="add `templates/{layout}.html`, or remove `layout`",
        meaning="`layout` names a template without its ending.",
        example="`layout: shet`",
    ),
    Code(
        id="O706",
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
        id="O708",
        severity=Severity.NOTICE,
        message="this file takes the place of the `{path}` that the tool makes",
        fix="keep it up to date yourself, or remove it",
        meaning="What lies in `static/root/` is copied to the root of the site as it is. Files for hosts and robots, error pages and manifests of the tool give way to it; figures and pages do not.",
        example="`static/root/robots.txt`",
    ),
    Code(
        id="O709",
        message="`{path}` cannot be copied to the root of the site: the tool makes `{other}`",
        fix="rename it, or put it into another folder of `static/root/`",
        meaning="A file of `static/root/` would hide a page or a file of data, or differ from it in small and capital letters alone, which not every system tells apart.",
        example="`static/root/ro/index.html`",
    ),
    Code(
        id="O710",
        message="`{alias}` cannot be an old address",
        fix="write it below its language, as in `old-name`, or from the root of the site, as in `/Old/page.html`; without `..`, spaces and `?`",
        variants={
            "setting": 'write it from the root of the site, as in `"/Old/page.html"`; without `..`, spaces and `?`'
        },
        meaning="An alias is an address that a page had before. Where a page can stand there, one is put there that leads to the new one; hosts are told of all in `_redirects`.",
        example="`aliases: [../operations]`",
    ),
    Code(
        id="O712",
        message="there is no file `static/{name}`",
        fix="put the file there, or correct its name",
        variants={
            "suggest": "did you mean `static/{suggestion}`?",
            "marks": "write straight quotation marks around the name, or none: `{better}`",
        },
        meaning='A template names a static file as `asset("logo.png")`, a style sheet as `url(logo.png)`, seen from its own folder. Both become the name under which the file is published, so the file must be there.',
        example='`{{ asset("logo.pgn") }}`, or `url(logo.pgn)`',
    ),
    Code(
        id="O713",
        message="the style sheet `static/{name}` cannot be published",
        fix="save the file as UTF-8",
        variants={
            "utf-8": "save the file as UTF-8",
            "itself": "remove this import: the file imports itself, on its own or through others",
        },
        meaning="The files that a style sheet names are published under other names, which are put into it; so it must be text, and may not import itself.",
        example='`@import "style.css"` in `static/style.css`',
    ),
    Code(
        id="O714",
        severity=Severity.WARNING,
        message="the page `{address}` was published, and is no longer there",
        fix='let it lead on: write `"{address}" = "..."` below `[redirects]` in site.toml, with a sheet or an address',
        variants={
            "alias": 'if {file} is what it was renamed to, add `aliases: [{alias}]` to it: `check --fix` does so; else write `"{address}" = "..."` below `[redirects]` in site.toml',
        },
        meaning="Readers, search engines and other sites still come by an address that was published once. What was published is known from the output folder and from the cache.",
        example="a sheet renamed from `old.md` to `new.md` after a build",
    ),
    Code(
        id="O715",
        severity=Severity.NOTICE,
        message="this picture has {size} MB, which takes long to load on a phone",
        fix="save it smaller: 1600 pixels across are enough for a page",
        meaning="Pictures over 2 MB are published as they are. On slow connections they come long after the text.",
        example="a photo as the camera made it, in `static/`",
    ),
    Code(
        id="O716",
        message="`/static/{name}` leads nowhere: static files are published under names that hold a digest",
        fix='write `{{ asset("{name}") }}`',
        meaning="In the text of a sheet `/static/...` becomes the published name; a template asks for it with `asset`.",
        example='`<img src="/static/logo.png" alt="">` in a template',
    ),
    Code(
        id="O722",
        severity=Severity.NOTICE,
        message="{metric} was published as “{before}” and is “{now}” now, and no correction says so",
        fix="if it was a mistake, add `corrections: [{entry}]`; if it is a newer figure, give it its day (`as_of`)",
        variants={
            "further": "if it was a mistake, add this to `corrections`: `{entry}`; if it is a newer figure, give it its day (`as_of`)",
        },
        meaning="Readers who have quoted the old number should be able to see that it was wrong. The published number "
        "is read from the output folder; a value that stands in the `history` of the figure is no mistake.",
        example="`value: 1209` where the published page says 1.290",
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
    Code(
        id="O723",
        message="the plugin failed here: {reason}",
        fix="correct the plugin; nothing is published before that",
        meaning="A kind, a check, an output or a filter that a plugin gives raised an error, or gave something else "
        "than it should.",
        example="`site.sheets[key]` for a sheet that is not there",
    ),
    Code(
        id="O724",
        severity=Severity.NOTICE,
        message="no page uses the template `{template}`",
        fix='include it where it belongs, as in {% include "{template}" %}; name it as a `layout`; or remove it',
        variants={
            "suggest": "did you mean `templates/{suggestion}`? Pages have this part; they ask for no `{template}`"
        },
        meaning="A template of the site's own is shown only where another includes it, or where a sheet names it as its "
        "`layout`. One that is never used is most often misspelt.",
        example="`templates/foter.html`, which nothing includes",
    ),
    Code(
        id="O725",
        severity=Severity.WARNING,
        message="this file is no picture, whatever its name says: browsers show a broken one",
        fix="save the picture again in its program, as PNG, JPEG, WebP, AVIF, GIF or SVG",
        meaning="Files that end in `.png`, `.jpg` and the like are published as pictures. One that does not begin as any "
        "picture does was damaged, or something else was renamed.",
        example="a PDF or an error page saved as `hall.png`",
    ),
    Code(
        id="O726",
        severity=Severity.WARNING,
        message="the site has no front page: there is no page at `{address}`",
        fix="write `{path}`, the page that the others lead back to; a draft is not published",
        meaning="The chooser of languages, the menu and the addresses that people guess lead to the page of `index.md`. A site without one begins with a page that is not found.",
        example="a site whose only sheet is `content/ro/report.md`",
    ),
    Code(
        id="O727",
        severity=Severity.NOTICE,
        message="this photo says where it was taken, and whoever loads it can read that",
        fix='save it without its position: most programs ask for that when they export; `exiftool -gps:all= -xmp:all= "{name}"` takes it out',
        meaning="Phones write the place into each photo. Smaller copies that the tool makes hold none of a camera's notes, but the photo itself is published as it is. A place that is no secret is none of this: then leave it.",
        example="a photo of a home, taken with a phone",
    ),
    Code(
        id="O728",
        severity=Severity.NOTICE,
        message="pictures are published in one size only: what makes smaller copies is not installed",
        fix="install it with `pip install 'factsheet[pictures]'`, or set `pictures = false`",
        meaning="Pictures wider than 480 dots are offered in smaller sizes and newer formats (AVIF, WebP), of which a browser takes the one that fits. The package of the extra `pictures` makes them; all else of the site is the same without it.",
        example="a photo in a text, on a machine without Pillow",
    ),
    Code(
        id="O729",
        message="this picture cannot be read to its end: {reason}",
        fix="save it again in its program; or set `pictures = false` to publish it as it is",
        meaning="Smaller copies of a picture are made from all of its dots. A file that was cut short shows a part of the picture in browsers, or nothing.",
        example="a photo of which only half was copied from a phone",
    ),
    Code(
        id="O730",
        severity=Severity.NOTICE,
        message="`static/{path}` does not take the place of `{path}`, which hosts and robots ask for",
        fix="move it to `static/root/{path}`",
        meaning="Files of `static/` get names of their own in `assets/`, for pages to ask for. What hosts and robots ask for by name lies in `static/root/`, and is copied as it is.",
        example="`static/robots.txt`",
    ),
)

"""`build`: prove everything, render it, and publish it all or nothing."""

import argparse
from dataclasses import replace
from pathlib import Path

from factsheet.cli.check import exit_code
from factsheet.cli.options import add_site_options, site_options
from factsheet.cli.printing import complain, show, tally, tell
from factsheet.files import OutputRefused, PublishFailed, check_output
from factsheet.pipeline import Result, build, publish_result

NAME = "build"
HELP = "check the site and publish it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    add_site_options(parser)
    parser.add_argument(
        "-o", "--output", metavar="DIR", help="where to publish (default: public, in the site's folder)"
    )
    parser.add_argument(
        "--pseudo",
        action="store_true",
        help="add the pseudo-languages en-XA and ar-XB, to see how pages bear longer texts and the other direction",
    )
    parser.add_argument(
        "--compress", action="store_true", help="put .gz and .br copies beside the files, for hosts that send them"
    )
    parser.add_argument(
        "-j", "--jobs", type=int, metavar="N", help="how many processes to use (default: one per core)"
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="neither use nor keep results of earlier builds"
    )


def run(arguments: argparse.Namespace) -> int:
    """Build the site; 0 when it has been published."""
    root = Path(arguments.root)
    output = str(root / "public") if arguments.output is None else arguments.output
    try:
        folder = check_output(root, output, base=Path.cwd())
        result = build(root, site_options(arguments))
        show(result.problems, root, language=arguments.lang, capped=not arguments.all)
        code = exit_code(result, strict=arguments.strict)
        if code:
            tell(f"{tally(result.problems)}. Nothing was published.")
            return code
        if arguments.compress:
            result = _with_copies(result)
        publish_result(folder, result)
    except OutputRefused as refused:
        complain(str(refused), "name another folder with --output")
        return 2
    except PublishFailed as failed:
        complain(str(failed), "the site published before is untouched")
        return 2
    if not arguments.quiet:
        notes = tally(result.problems)
        tell(f"Published {len(result.artifacts)} files in {output}{f' ({notes})' if notes else ''}.")
    return 0


def _with_copies(result: Result) -> Result:
    """Add compressed copies; say so where those of one sort cannot be made."""
    from factsheet.outputs.compression import compressed, has_brotli

    if not has_brotli():
        complain("there will be no .br files, only .gz", "install the package brotli to have both")
    return replace(result, artifacts={**result.artifacts, **dict(compressed(result.artifacts))})

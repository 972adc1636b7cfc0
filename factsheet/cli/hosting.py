"""`hosting SERVER`: the configuration of a web server for this site."""

import argparse
from pathlib import Path
from typing import Final

from factsheet.cli.arguments import HIGHEST_PORT, base_url, whole
from factsheet.cli.printing import Ended, complain, say

NAME = "hosting"
HELP = "print the configuration of a web server for this site"

SERVERS: Final = ("nginx", "caddy", "apache")
"""The servers that are known; `factsheet.tools.hosting` has a template of each."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the server, and what it must know."""
    parser.add_argument("--base-url", metavar="URL", help="the address the site is published at, over site.toml's")
    parser.add_argument("server", choices=SERVERS, help="the web server")
    parser.add_argument("--folder", metavar="DIR", help="where the published files lie on the server")
    parser.add_argument(
        "--port", type=whole(1, HIGHEST_PORT), default=8080, help="the port it listens on (default: 8080)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the configuration; 1 or 2 where the site cannot be read."""
    from factsheet.builder.pipeline import Options, read_sources
    from factsheet.cli.loading import site_of
    from factsheet.tools.hosting import configuration, served

    root, folder = Path(arguments.root), arguments.folder or ""
    if folder and not folder.startswith("/"):
        near = f"--folder /srv/{folder}"
        return complain("{folder} is no whole path on the server", "begin it with /", folder=folder, near=near)
    options = Options(base_url=arguments.base_url and base_url(arguments.base_url))
    try:
        site = site_of(root, read_sources(root), options)
    except Ended:
        say("Nothing was written.")
        raise
    folder = folder or str((root / "public").resolve())
    print(configuration(arguments.server, served(site, folder, arguments.port)), end="")
    return 0

"""`serve`: the preview, rebuilt and shown anew with every save."""

import argparse
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.cli.arguments import HIGHEST_PORT, Command, site_options, whole
from factsheet.cli.printing import choose, complain, say, show, tally, tell, tell_count

if TYPE_CHECKING:
    from factsheet.preview.rebuild import State


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C; 0 then, 2 where no port can be had."""
    from factsheet.preview.access import KNOWN, address_of_editor
    from factsheet.preview.preview import Announcement, NoPort, Preview, serve

    arguments.drafts = True
    try:
        editor = address_of_editor(arguments.editor, os.environ)
    except ValueError:
        return complain(
            "{editor} is not an editor that is known",
            "use one of {known}, or an address such as {example}",
            editor=arguments.editor,
            known=", ".join(KNOWN),
            example=KNOWN["code"],
        )
    preview = Preview(
        root=Path(arguments.root),
        options=site_options(arguments),
        host=arguments.host,
        port=arguments.port,
        language=choose(arguments.lang, os.environ),
        editor=editor,
    )
    teller = _Teller(arguments)
    try:
        serve(preview, Announcement(listening=teller.listening, built=teller.built, warn=say))
    except NoPort as none:
        return complain(none.text, "name another with --port or --host", **none.values)
    return 0


COMMANDS = (Command("serve", run, {"port": whole(0, HIGHEST_PORT)}),)


class _Teller:
    """Says in the terminal what the browser shows."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.had_problems = False

    def listening(self, address: str, reachable: bool) -> None:  # noqa: FBT001 - called with both by `serve`
        """Name the address; warn where others can reach it."""
        port = address.rsplit(":", 1)[1].strip("/")
        if self.arguments.port and port != str(self.arguments.port):
            say("Port {port} is busy.", port=self.arguments.port)
        if reachable:
            say("Warning: everybody on your network can read this preview, drafts included.")
        say("Preview at {address} (Ctrl-C ends it)", address=address)
        if self.arguments.open:
            import webbrowser

            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def built(self, state: "State") -> None:
        """Print findings, or that there are none any more."""
        if state.crash:
            complain(
                "the build failed: {reason}",
                "this is a fault of the tool; the last good pages stay",
                reason=state.crash,
            )
            return
        show(state.problems, Path(self.arguments.root), capped=not self.arguments.all)
        if state.problems:
            found = tally(state.problems)
            if state.has_errors:
                say("{tally}. The last good pages stay.", tally=found)
            else:
                tell(f"{found}.")
        elif self.had_problems:
            say("No problems any more.")
        elif not self.arguments.quiet:
            tell_count("Built: {count} file changed.", "Built: {count} files changed.", len(state.changed))
        if self.arguments.verbose:
            for path in sorted(state.changed):
                tell(f"    {path}")
        self.had_problems = bool(state.problems)
        sys.stdout.flush()

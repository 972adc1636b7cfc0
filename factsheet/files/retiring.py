"""Putting away trees that are no longer the site, without losing a file that somebody else put there.

Whoever adds or changes a file in the published folder while a new site takes its place finds it in the new
one.
"""

import contextlib
import os
import re
from collections.abc import Collection, Iterable

from factsheet.files import system
from factsheet.files.marker import read_marker
from factsheet.files.names import is_folder, is_there, unlink
from factsheet.files.survey import MARKER, folders_of, parent

STAGE = "stage"
PREVIOUS = "previous"


def beside(output: str, role: str) -> str:
    """Name a hidden neighbour of the output."""
    folder, name = os.path.split(output)
    return f"{folder}/.{name}.{role}"


def recover(output: str) -> None:
    """Heal what a killed publisher left beside the output; to be called under its lock. Raises OSError."""
    previous = beside(output, PREVIOUS)
    if is_there(previous):
        if is_there(output):
            retire(previous, output)
        else:
            system.rename(previous, output)
    for stale in _stages(output):
        retire(stale, output)


def _stages(output: str) -> list[str]:
    folder, name = os.path.split(output)
    pattern = re.compile(re.escape(f".{name}.{STAGE}-") + r"\d+")
    return [f"{folder}/{entry}" for entry in sorted(os.listdir(folder)) if pattern.fullmatch(entry)]


def retire(tree: str, live: str) -> None:
    """Delete a tree, moving into the live one what belongs to others and is not there as it is or newer.

    The tree's own list says what is not of others; it is deleted late, so that a retirement that was cut
    short is taken up again. A tree without a list was never published: all in it was made or linked by this
    tool.
    """
    own = read_marker(tree) if is_folder(tree) else None
    if own is not None:
        own_here = {*own, MARKER}
        now_own = {*(read_marker(live) or {}), MARKER}
        for path in _strangers(tree, own_here, folders_of(own_here)):
            rescue(tree, path, live, now_own)
    if is_folder(tree):
        for name in sorted(os.listdir(tree), key=lambda name: name == MARKER):
            unlink(f"{tree}/{name}")
        system.persist(lambda: os.rmdir(tree))
    else:
        unlink(tree)


def _strangers(tree: str, own: Collection[str], own_folders: Collection[str]) -> list[str]:
    found, waiting = [], [""]
    for folder in waiting:  # grows while it runs
        with os.scandir(f"{tree}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False) and path in own_folders:
                    waiting.append(path)
                elif path not in own or entry.is_dir(follow_symlinks=False):
                    found.append(path)
    return found


def rescue(tree: str, path: str, live: str, now_own: Collection[str]) -> None:
    """Take an entry of others out of a tree, into the live one unless it is there as it is or newer."""
    source, target = f"{tree}/{path}", f"{live}/{path}"
    if is_folder(source):
        _rescue_folder(tree, path, live, now_own)
        return
    if path in now_own or is_folder(target):
        target = _free_name(target)
    elif is_there(target) and not _is_newer(source, target):
        unlink(source)
        return
    if not _is_way_clear(live, parent(path)):
        target = _free_name(f"{live}/{path.replace('/', '-')}")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    system.replace(source, target)


def _rescue_folder(tree: str, path: str, live: str, now_own: Collection[str]) -> None:
    source, target = f"{tree}/{path}", f"{live}/{path}"
    if not is_there(target) and _is_way_clear(live, parent(path)):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        system.rename(source, target)
        return
    for name in sorted(os.listdir(source)):
        rescue(tree, f"{path}/{name}", live, now_own)
    system.persist(lambda: os.rmdir(source))


def _is_way_clear(live: str, folder: str) -> bool:
    """Tell whether a folder is there, or can be made, without going through a link or a file."""
    while folder:
        path = f"{live}/{folder}"
        if is_there(path) and not is_folder(path):
            return False
        folder = parent(folder)
    return True


def _is_newer(source: str, target: str) -> bool:
    """Tell whether an entry was changed after its twin was linked or copied: that was the twin's change."""
    one, other = os.lstat(source), os.lstat(target)
    return not os.path.samestat(one, other) and system.changed_at(one) > system.changed_at(other)


def _free_name(path: str) -> str:
    number = 1
    while is_there(f"{path}.found-{number}"):
        number += 1
    return f"{path}.found-{number}"


def tidy(trees: Iterable[str], live: str) -> None:
    """Retire trees as far as that can be done; the next publisher does the rest."""
    for tree in trees:
        with contextlib.suppress(OSError):
            if is_there(tree):
                retire(tree, live)

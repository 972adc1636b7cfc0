"""What a translation was made from, and what of it has changed since: blocks, digests and `translations.lock`."""

from factsheet.translations.alignment import align
from factsheet.translations.blocks import Block, blocks, body_blocks, front_blocks
from factsheet.translations.changes import Change, Changes, compare
from factsheet.translations.digests import digest, fold
from factsheet.translations.lock import LOCK, Entry, Lock, marked, read_lock, write_lock

__all__ = [
    "LOCK",
    "Block",
    "Change",
    "Changes",
    "Entry",
    "Lock",
    "align",
    "blocks",
    "body_blocks",
    "compare",
    "digest",
    "fold",
    "front_blocks",
    "marked",
    "read_lock",
    "write_lock",
]

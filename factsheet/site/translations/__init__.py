"""What a translation was made from, and what of it has changed since: blocks, digests and `translations.lock`."""

from factsheet.site.translations.blocks import TranslationBlock, align, blocks, body_blocks, digest, fold, front_blocks
from factsheet.site.translations.lock import (
    LOCK,
    Change,
    Changes,
    Lock,
    LockEntry,
    compare,
    marked,
    partly_marked,
    read_lock,
    write_lock,
)

"""Why a site could not be published, as exceptions that carry what a caller needs."""

import errno
import os
from collections.abc import Sequence
from enum import StrEnum


class WhyFailed(StrEnum):
    """What kept a site from being published."""

    BUSY = "busy"
    DISK_FULL = "disk-full"
    NOT_WRITABLE = "not-writable"
    OCCUPIED = "occupied"
    FIXED = "fixed"
    INPUT_OUTPUT = "input-output"
    UNSUPPORTED = "unsupported"


class PublishFailed(Exception):
    """Publishing stopped; what was published before is untouched. `str()` says where, why and what to do.

    `text` says why and what to do, with `{name}` fields that `values` fill, so that it can be told in any language.
    """

    def __init__(self, reason: WhyFailed, path: str, text: str, **values: str) -> None:
        """Keep the reason and the path beside the text and what fills it."""
        super().__init__(f"{path}: {text.format(**values)}")
        self.reason = reason
        self.path = path
        self.text = text
        self.values = values


class NotAsLeft(Exception):
    """Files named as unchanged are missing or differ; render `paths` and publish again."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Keep the paths, sorted."""
        self.paths = tuple(sorted(paths))
        super().__init__(f"{len(self.paths)} files are not as they were left, such as {self.paths[0]}")


_REASONS = {
    errno.ENOSPC: WhyFailed.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): WhyFailed.DISK_FULL,
    errno.EACCES: WhyFailed.NOT_WRITABLE,
    errno.EPERM: WhyFailed.NOT_WRITABLE,
    errno.EROFS: WhyFailed.NOT_WRITABLE,
    errno.EXDEV: WhyFailed.FIXED,
    errno.EBUSY: WhyFailed.FIXED,
    errno.EEXIST: WhyFailed.OCCUPIED,
    errno.ENOTEMPTY: WhyFailed.OCCUPIED,
}
FIXES = {
    WhyFailed.DISK_FULL: "the disk is full; make room, then build again",
    WhyFailed.NOT_WRITABLE: "the folder around the output must be writable; mend that, or name another",
    WhyFailed.FIXED: "the output is a mount point or part of an image; name a folder inside it",
    WhyFailed.OCCUPIED: "this tool did not make what stands here, and the site needs the name; move it away",
    WhyFailed.INPUT_OUTPUT: "the disk reports an error; build again when it is mended",
    WhyFailed.UNSUPPORTED: "publishing needs Linux or macOS; on Windows use its Subsystem for Linux",
}
BUSY = "process {owner} is publishing here; wait until it is done, then build again"
BUSY_UNKNOWN = "another process is publishing here; wait until it is done, then build again"
SPECIAL = "a pipe, socket or device cannot stay in the output; move it away"


def failure(error: OSError, output: str) -> PublishFailed:
    """Say what an error of the system means for publishing to an output."""
    reason = _REASONS.get(error.errno or 0, WhyFailed.INPUT_OUTPUT)
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else output
    said = error.strerror or str(error)
    return PublishFailed(reason, path, "{said}: {fix}", said=said, fix=FIXES[reason])


def occupied(path: str) -> PublishFailed:
    """Say that somebody else's file is in the way."""
    return PublishFailed(WhyFailed.OCCUPIED, path, FIXES[WhyFailed.OCCUPIED])


def unsupported(output: str) -> PublishFailed:
    """Say that this system cannot publish safely."""
    return PublishFailed(WhyFailed.UNSUPPORTED, output, FIXES[WhyFailed.UNSUPPORTED])

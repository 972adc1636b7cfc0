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
    """Publishing stopped; what was published before is untouched. `str()` says why and what to do."""

    def __init__(self, reason: WhyFailed, path: str, message: str) -> None:
        """Keep the reason and the path beside the message."""
        super().__init__(message)
        self.reason = reason
        self.path = path


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
_FIXES = {
    WhyFailed.DISK_FULL: "the disk is full; make room, then build again",
    WhyFailed.NOT_WRITABLE: "the folder around the output must be writable; mend that, or name another",
    WhyFailed.FIXED: "the output is a mount point or part of an image; name a folder inside it",
    WhyFailed.OCCUPIED: "this tool did not make what stands here, and the site needs the name; move it away",
    WhyFailed.INPUT_OUTPUT: "the disk reports an error; build again when it is mended",
    WhyFailed.UNSUPPORTED: "publishing needs Linux or macOS; on Windows use its Subsystem for Linux",
}


def failure(error: OSError, output: str) -> PublishFailed:
    """Say what an error of the system means for publishing to an output."""
    reason = _REASONS.get(error.errno or 0, WhyFailed.INPUT_OUTPUT)
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else output
    said = error.strerror or str(error)
    return PublishFailed(reason, path, f"{path}: {said}: {_FIXES[reason]}")


def occupied(path: str) -> PublishFailed:
    """Say that somebody else's file is in the way."""
    return PublishFailed(WhyFailed.OCCUPIED, path, f"{path}: {_FIXES[WhyFailed.OCCUPIED]}")


def unsupported(output: str) -> PublishFailed:
    """Say that this system cannot publish safely."""
    return PublishFailed(WhyFailed.UNSUPPORTED, output, f"{output}: {_FIXES[WhyFailed.UNSUPPORTED]}")

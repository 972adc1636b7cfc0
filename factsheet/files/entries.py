"""What an entry of a folder is, seen without following links; an error of the disk is no answer.

`os.path.isdir` and its kin say False when the disk fails, and a False here could cost a file.
"""

import os
import shutil
import stat


def mode(path: str) -> int | None:
    """Give an entry's type and permissions; None when there is none. Raises OSError."""
    try:
        return os.lstat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_there(path: str) -> bool:
    """Tell whether there is an entry of any kind. Raises OSError."""
    return mode(path) is not None


def is_folder(path: str) -> bool:
    """Tell whether there is a folder, and not a link to one. Raises OSError."""
    return stat.S_ISDIR(mode(path) or 0)


def unlink(path: str) -> None:
    """Delete a file, or whatever was put in its place; one that is not there is no error. Raises OSError."""
    if is_folder(path):
        shutil.rmtree(path)
    elif is_there(path):
        os.unlink(path)

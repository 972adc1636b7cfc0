"""A bound on the memory of a command, so that no source can take the machine down with it."""

from factsheet.files.scanning import scan_tree

MOST: int = 2_000_000_000
"""How many bytes of address space a command may use for a site of usual size."""

USUAL: int = 20_000_000
"""How many bytes the sheets of such a site have together: about a thousand in two languages."""

SHARE: int = 24
"""Bytes more that a command may use for each byte beyond: pages are held until all of them are published."""


def most_for(root: str) -> int:
    """How many bytes of address space a command may use for the site in a folder."""
    try:
        sheets = scan_tree(root, ("content",), suffixes={"content": (".md",)})
    except OSError:
        return MOST
    return MOST + SHARE * max(sum(size for size, *_ in sheets.values()) - USUAL, 0)


def bound_memory(most: int = MOST) -> None:
    """Let this process fail with MemoryError instead of taking all memory there is; does nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if resource.RLIM_INFINITY in {soft, hard} or soft > most:
        resource.setrlimit(resource.RLIMIT_AS, (min(most, hard) if hard != resource.RLIM_INFINITY else most, hard))

"""A bound on the memory of a command, so that no source can take the machine down with it."""

MOST: int = 2_000_000_000
"""How many bytes of address space a command may use; the largest sites measured need two fifths of it."""


def bound_memory(most: int = MOST) -> None:
    """Let this process fail with MemoryError instead of taking all memory there is; does nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if resource.RLIM_INFINITY in {soft, hard} or soft > most:
        resource.setrlimit(resource.RLIMIT_AS, (min(most, hard) if hard != resource.RLIM_INFINITY else most, hard))

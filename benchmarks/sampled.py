"""Run a script and tell, by samples of the processor's time, which functions were under way.

    python sampled.py DATA SCRIPT [ARGUMENT...]

writes to DATA, as JSON, how often each stack was seen: a list of counts with their stacks, innermost function first,
each function as the file and the name. Samples cost the same whatever is called, unlike the hooks of a profiler, which
make small functions look dear.
"""

import atexit
import json
import runpy
import signal
import sys
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType

INTERVAL = 0.001
"""Seconds of processor time between two samples; the system may take longer."""


def main(data: str, script: str) -> None:
    """Run the script with the arguments that are left."""
    seen: Counter[tuple[CodeType, ...]] = Counter()

    def sample(_: int, frame: FrameType | None) -> None:
        stack = []
        while frame is not None:
            stack.append(frame.f_code)
            frame = frame.f_back
        seen[tuple(stack)] += 1

    def write() -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        found = [(count, [(code.co_filename, code.co_name) for code in stack]) for stack, count in seen.items()]
        Path(data).write_text(json.dumps(found), "utf-8")

    atexit.register(write)  # a script may end the process itself
    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    _, data, *sys.argv = sys.argv
    sys.path[0] = sys.argv[0].rpartition("/")[0]
    main(data, sys.argv[0])

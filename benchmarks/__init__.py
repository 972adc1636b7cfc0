"""Speed, measured beside other generators on the same facts: `python -m benchmarks`."""

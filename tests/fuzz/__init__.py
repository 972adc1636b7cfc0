"""Fuzzing: texts that nobody wrote, thrown at everything that reads one."""

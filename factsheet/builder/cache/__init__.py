"""What an earlier build leaves for the next: in memory, and in a folder that may be deleted at any time."""

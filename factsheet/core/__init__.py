"""What every other room is written with: records, patterns, places and problems, and what is kept beside the bytecode.

Of the disk it sees the engine's own files alone, and what is made of them. Uses no other room.
"""

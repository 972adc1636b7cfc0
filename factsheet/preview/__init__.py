"""The preview: edits in, reloads out; a server on this machine.

It shows each edit at once, and problems over the last good pages. livereload carries it: its server and its reload
protocol, closed to everybody but this machine's own browser. Nothing is written to disk.
"""

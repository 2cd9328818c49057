"""What a table is made of, for every screen that shows one: room, scale, heaps, counters, tents, cards, rim.

Each module draws one kind of thing from a ``View`` and plain values. No module here knows a mode, a session
or what a press does: commands come in as arguments.
"""

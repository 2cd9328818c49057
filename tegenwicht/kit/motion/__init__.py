"""Movement: drawn over a window that already shows the end, in the frames of a clock that is given.

``moves`` says what moves, as data; ``playing`` makes the frames of it. A key, or the end of its time, uncovers
the window as it is. Only the parts that change are drawn and handed over; nothing goes on by itself.
"""

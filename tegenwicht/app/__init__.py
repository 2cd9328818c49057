"""The loop, and what the loop does: what comes in, the desks that answer commands, what is kept.

It sees everything and draws nothing. A desk answers with the next model and effects (``answer``) and shows nothing
itself; only ``loop`` carries effects out.
"""

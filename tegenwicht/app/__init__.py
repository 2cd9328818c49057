"""The loop, and what the loop does: what comes in, the desks that answer commands, what is kept."""

"""What the screen of earlier sessions is asked to look for: the form entry that holds it."""

SOUGHT = "history:sought"
LONGEST_SOUGHT = 100

"""Cards and the tally sheet, to print."""

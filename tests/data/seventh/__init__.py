"""A mode as a maintainer would add it: the two files that it takes."""

"""The table of a Kaartgesprek in a small window or with large text: everything below each other, and it scrolls."""

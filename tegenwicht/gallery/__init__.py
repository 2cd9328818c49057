"""Every screen and every part in its states, drawn without a window, with a page to look through.

The states are models made by playing; the tests of layout, snapshots and access read the same ones.
"""

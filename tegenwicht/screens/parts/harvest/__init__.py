"""The harvest: the three screens with which every mode ends. What people take along, what came up, the report.

No mode's own screens live here; what a mode looks back with comes in.
"""

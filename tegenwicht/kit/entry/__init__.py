"""Text that is being typed: what it is (``draft``), which of it fits, how keys change it, and the one live field.

What a field looks like while nobody types is in ``kit.fields``.
"""

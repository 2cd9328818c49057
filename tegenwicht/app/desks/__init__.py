"""The desks: each carries out some types of commands (``desk``), and what they share.

A desk answers with the next model and what is to be done beside it (``app.answer``); it shows nothing itself.
"""

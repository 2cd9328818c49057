"""Tegenwicht: discussion cards that slow down a professional's weighing, on a shared screen."""

__version__ = "0.2.0"

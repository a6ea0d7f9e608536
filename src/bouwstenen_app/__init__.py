"""Bouwstenen: capture, order and report building blocks from practice, offline."""

__version__ = "0.1.0"

"""Structured debates as text: checked like code, edited in the terminal, drawn for slides."""

__version__ = "0.1.0"

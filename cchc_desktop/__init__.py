"""CCHC Desktop: writes, tracks and hands over a commune office's administrative-reform communication plans."""

__version__ = "0.1.0"

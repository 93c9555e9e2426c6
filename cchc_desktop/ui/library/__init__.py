"""The parts of the library panel: list, filter, dialog, and how a page offers suggestions."""

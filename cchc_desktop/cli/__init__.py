"""The same services without a window, for scripts, tests and IT staff. No Qt."""

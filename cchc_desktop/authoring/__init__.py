"""The open dossier: edits, undo, saving, and which step is done. No Qt."""

"""The parts of the outline editor: the mapping to a text document, edits of structure, keys, looks and clipboard."""

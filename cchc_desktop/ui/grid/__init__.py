"""The parts of the task grid: cells as text, edits of rows, pasted blocks, the model, painting and cell editors."""

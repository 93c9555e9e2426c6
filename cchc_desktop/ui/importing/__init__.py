"""The window in which a foreign paper becomes a plan: its lines, the plan, the doubts, the adapting."""

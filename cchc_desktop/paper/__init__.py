"""A paper as a list of neutral blocks, and the two ways between it and a plan."""

"""The pages of the window in which an office says who it is."""

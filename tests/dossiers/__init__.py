"""Files of every released format, and what makes them."""

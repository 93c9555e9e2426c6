"""Pure values and rules of the plan: no Qt, no SQL, no Word."""

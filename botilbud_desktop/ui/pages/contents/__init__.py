"""One required content of the overall description: how it is shown, and what can be done about it."""

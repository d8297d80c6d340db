"""What makes a text shorter without changing what it says: found, counted and applied, never unasked."""

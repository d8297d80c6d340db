"""Who a text says that applies, and by which name, law and year it speaks of the project."""

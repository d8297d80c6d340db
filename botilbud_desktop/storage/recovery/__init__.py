"""Recovery journals: what was typed and not saved when the program stopped."""

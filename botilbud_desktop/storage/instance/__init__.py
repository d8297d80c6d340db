"""One running program per user."""

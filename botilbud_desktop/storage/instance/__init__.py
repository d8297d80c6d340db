"""One running program for each user."""

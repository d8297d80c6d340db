"""How the open draft is kept: the file saved, the journal written, and what the user is told of it."""

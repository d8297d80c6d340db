"""The command `check`: what the rules say of drafts, for people and for other programs."""

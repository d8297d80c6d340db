"""The Danish of all visible texts: one term for one thing, and numbers that agree with their nouns."""

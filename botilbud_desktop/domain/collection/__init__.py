"""What a collection of drafts is made of."""

"""What was read: the drafts of a collection, the rows of its table, and the words for it."""

"""The command `overview`: the drafts of several municipalities as one collection."""

"""The merge of two copies of a draft by the user: what is taken over, and one decision for each conflict."""

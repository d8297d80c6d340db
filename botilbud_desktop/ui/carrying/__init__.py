"""A new draft from an earlier one: what comes along is chosen, and shown before the draft is made."""

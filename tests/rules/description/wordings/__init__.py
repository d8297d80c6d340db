"""Many wordings of each required content, as different caseworkers write them, and what is only near it."""

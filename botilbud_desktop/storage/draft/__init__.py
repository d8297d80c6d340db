"""The draft file (`.botilbud`): its format, its lock, and the files that belong to it."""

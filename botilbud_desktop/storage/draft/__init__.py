"""The draft file (`.botilbud`): its format, its lock, and what lies beside it."""

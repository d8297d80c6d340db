"""The table of collected projects: arranged by the user, ticked, copied."""

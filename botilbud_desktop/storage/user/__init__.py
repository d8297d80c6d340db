"""What the program remembers for one user: settings, recent drafts, window geometry."""

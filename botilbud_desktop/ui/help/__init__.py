"""Help: the guide, what the program consists of, and the log for the helpdesk."""

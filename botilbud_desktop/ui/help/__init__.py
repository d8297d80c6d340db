"""Help: the guide, what the program is made of, and the log for the helpdesk."""

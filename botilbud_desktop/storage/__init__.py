"""Files: draft files read strictly and written atomically, the forms of the rounds, and what the program remembers."""

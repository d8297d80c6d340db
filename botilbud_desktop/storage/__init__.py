"""Files: draft files read strictly and written whole, the forms of the rounds, and what the program remembers."""

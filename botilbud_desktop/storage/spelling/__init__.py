"""Danish spelling: the engine, the dictionary that ships with the program, and lists of words."""

"""Help with one text in a dialog: what makes it shorter, what uses its characters, how hard it is to read."""

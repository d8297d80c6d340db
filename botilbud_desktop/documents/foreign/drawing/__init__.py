"""How much work a page is for whoever draws it: a small file can draw the same thing a million times."""

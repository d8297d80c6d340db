"""Writing long texts: the count explained and announced, pasting, characters that break, find, the full window."""

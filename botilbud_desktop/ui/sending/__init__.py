"""A draft to a colleague: as a file on the clipboard, or in a message that the user's own mail program opens."""

"""Where the comments of a draft stand, and what their fields are called."""

"""Writing long texts: find and replace, the full window and its zoom."""

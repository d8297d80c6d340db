"""Many papers bound as one PDF: cover, contents with page numbers, annexes, bookmarks."""

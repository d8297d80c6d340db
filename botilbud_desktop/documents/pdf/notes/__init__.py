"""Papers in blocks as pages of a PDF: the blocks become items, one below the other, and the items fill pages."""

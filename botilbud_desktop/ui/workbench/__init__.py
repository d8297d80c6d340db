"""What is done with an open draft: approve, compare, preview, import, transfer."""

"""The actions on an open draft: approve, compare, preview, import, transfer."""

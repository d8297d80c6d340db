"""The page »Dagsorden«: order, numbers and remarks of an agenda, kept as they are typed, and its papers."""

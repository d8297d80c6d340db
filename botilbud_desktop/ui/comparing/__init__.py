"""Shows what differs between two states of a draft, field by field and word by word."""

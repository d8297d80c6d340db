"""What nobody must fill in: parts of a page that are folded away at first, for colleagues beside the form."""

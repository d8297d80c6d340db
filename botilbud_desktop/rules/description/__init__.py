"""Judges sentence by sentence whether the overall description gives the contents that the ministry requires."""

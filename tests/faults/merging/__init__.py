"""Random histories of a draft and its copies, merged; an exact record of who changed what judges the result."""

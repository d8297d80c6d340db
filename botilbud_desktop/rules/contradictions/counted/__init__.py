"""What a number of places is of: the whole project, a part, other municipalities, a year, a sum."""

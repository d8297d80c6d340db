"""The ministry's web form: its fields in its order, and the value that each of them takes."""

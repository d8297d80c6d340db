"""The ministry's web form: its fields in its order, and the value of each of them."""

"""The ministry's web form: its fields, answers, and the transfer to it."""

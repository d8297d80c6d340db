"""A collection of applications as a table and as text, for the window and for papers. No Qt, no reportlab."""

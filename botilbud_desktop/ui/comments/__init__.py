"""Comments of colleagues at the fields: the part of the side pane, the input, and the marks at the fields."""

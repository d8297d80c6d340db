"""What readers find in texts in figures."""

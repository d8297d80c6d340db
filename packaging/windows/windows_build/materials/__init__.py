"""What the delivered files are made of: parts, what is compiled into them, who signed them, the notices."""

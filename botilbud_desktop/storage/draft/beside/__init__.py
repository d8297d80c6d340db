"""What lies beside a draft: copies of it, and other names of its file."""

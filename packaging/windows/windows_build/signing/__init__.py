"""Signs programs, libraries and packages with a certificate from outside the repository, and checks each signature."""

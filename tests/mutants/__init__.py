"""Random small changes to the package, and whether a test notices them."""

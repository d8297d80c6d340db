"""Random small changes to the package, to check whether a test notices them."""

"""The tables of an installer package: what wixl does not write into them, and the rules that they must keep."""

"""The commands without a window. Only `self-test` imports Qt, to test whether it can be loaded."""

"""The commands without a window. No command imports Qt but `self-test`, which only tries whether Qt can be loaded."""

"""The commands without a window. No command imports Qt but `self-test`, which only tries whether Qt can be loaded."""

COMMANDS = ("check", "approve", "print", "export", "overview", "new", "self-test")
"""The command words. A file named like one is opened as `./check`."""

"""Pictures of every page of the window, for review; see `python -m tests.shots --help`."""

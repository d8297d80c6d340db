"""Pictures of every page of the window, for people to look at; see `python -m tests.shots --help`."""

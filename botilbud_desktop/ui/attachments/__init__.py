"""The documentation of the application in the window: what is asked for, attached and missing."""

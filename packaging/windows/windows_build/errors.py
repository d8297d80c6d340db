"""The error that stops a build."""


class BuildError(Exception):
    """An error that the user has to fix; its text says how."""

"""What stops a build."""


class BuildError(Exception):
    """Something that the person at the keyboard has to mend; its text says what."""

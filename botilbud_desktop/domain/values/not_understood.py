"""The error of a parser of typed text that cannot tell what the user means."""


class NotUnderstoodError(ValueError):
    """Typed text cannot be read as the value that its field asks for.

    `message` is plain Danish for the user and says what to write.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

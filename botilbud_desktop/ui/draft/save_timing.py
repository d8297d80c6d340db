"""How soon what is typed is written, and how patiently."""

from typing import NamedTuple


class SaveTiming(NamedTuple):
    """The times of saving a draft; tests pass their own."""

    journal_ms: int = 600
    """From the first change that is not in the journal until it is written there."""
    save_ms: int = 1_000
    """From the first change that is not in the file until it is saved by itself."""
    retry_ms: int = 1_500
    """From a failure to the second try; the pause grows with each failure, to half a minute."""
    patience: int = 3
    """After so many failures in a row the user is told."""
    wait_seconds: float = 4.0
    """For so long a drive may keep the user waiting who asked for a save."""
    is_automatic: bool = True
    """Whether anything is written without being asked for."""

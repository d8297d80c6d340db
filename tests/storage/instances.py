"""Handing over to the first program of a user without waiting for real."""

from collections.abc import Callable
from pathlib import Path

from botilbud_desktop.storage.instance.single_instance import Instance

DRAFT = (Path(__file__).parent / "sag æøå.botilbud").absolute()


class Clock:
    """A clock that only sleeping moves, and what happens meanwhile."""

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.now = 100.0
        self._meanwhile = meanwhile

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        self._meanwhile()


def hand_over(instance: Instance, path: Path | None, clock: Clock) -> bool:
    """Hand over without waiting for real."""
    return instance.hand_over(path, monotonic=clock.monotonic, sleep=clock.sleep)


def put_request(folder: Path, name: str, content: bytes) -> None:
    """A request that somebody wrote."""
    (folder / "requests" / f"{name}.json").write_bytes(content)

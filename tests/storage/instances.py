"""Handing over to a user's first program instance without real waiting."""

from collections.abc import Callable
from pathlib import Path

from botilbud_desktop.storage.instance.single_instance import Instance

DRAFT = (Path(__file__).parent / "sag æøå.botilbud").absolute()


class Clock:
    """A clock that advances only in `sleep`, which then calls `on_sleep`."""

    def __init__(self, on_sleep: Callable[[], None] = lambda: None) -> None:
        self.now = 100.0
        self._on_sleep = on_sleep

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds
        self._on_sleep()


def hand_over(instance: Instance, path: Path | None, clock: Clock) -> bool:
    """Hand over without real waiting."""
    return instance.hand_over(path, monotonic=clock.monotonic, sleep=clock.sleep)


def put_request(folder: Path, name: str, content: bytes) -> None:
    """Write a request file."""
    (folder / "requests" / f"{name}.json").write_bytes(content)

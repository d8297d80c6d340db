"""The sizes of the parts, checked against the limits."""

from collections import Counter
from collections.abc import Mapping

from windows_build.contents import Limits
from windows_build.errors import BuildError

_SHOWN = 10


def largest_parts(files: Mapping[str, bytes]) -> list[tuple[str, int]]:
    """The largest installed parts: large files, and folders of small ones."""
    sizes: Counter[str] = Counter()
    for name, data in files.items():
        sizes[name if len(data) > 1_000_000 else name.rpartition("/")[0] or "(the program's own folder)"] += len(data)
    return sizes.most_common(_SHOWN)


def report(files: Mapping[str, bytes], packages: Mapping[str, bytes], limits: Limits) -> str:
    """The size report that the build prints."""
    installed = installed_size(files)
    lines = [f"installed  {_mb(installed)} of {_mb(limits.installed)} in {len(files)} files"]
    lines += [f"{name}  {_mb(len(data))}" + _limit(name, limits) for name, data in sorted(packages.items())]
    lines += ["the ten largest parts:"]
    lines += [f"  {_mb(size):>9}  {name}" for name, size in largest_parts(files)]
    return "\n".join(lines)


def check_sizes(files: Mapping[str, bytes], packages: Mapping[str, bytes], limits: Limits) -> None:
    """Checks that download and installation are within the promised limits.

    Raises:
        BuildError: one is too large.
    """
    too_large = [name for name, data in packages.items() if name.endswith(".msi") and len(data) > limits.msi]
    too_large += ["the installed program"] if installed_size(files) > limits.installed else []
    if too_large:
        raise BuildError(f"larger than contents.toml allows: {', '.join(sorted(too_large))}")


def installed_size(files: Mapping[str, bytes]) -> int:
    """Bytes that the installed program takes."""
    return sum(map(len, files.values()))


def _limit(name: str, limits: Limits) -> str:
    return f" of {_mb(limits.msi)}" if name.endswith(".msi") else ""


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"

"""The folders of the build."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The checkout."""
WINDOWS = ROOT / "packaging" / "windows"
"""The data files for the delivery, the launcher and the icons."""
BUILD = ROOT / "build" / "windows"
"""The build results; downloads are in `cache` below it."""

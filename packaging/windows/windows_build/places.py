"""Where the build reads and writes."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The checkout."""
WINDOWS = ROOT / "packaging" / "windows"
"""The data files that say what is delivered, the launcher and the icons."""
BUILD = ROOT / "build" / "windows"
"""What the build makes; what it fetches lies below, in `cache`."""

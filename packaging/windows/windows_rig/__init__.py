"""Tests the Windows build on Linux with Wine, its own X display and real key events; every call has a time limit."""

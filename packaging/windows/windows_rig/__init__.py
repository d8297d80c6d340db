"""Tries the Windows build on Linux: Wine for Windows, a screen of its own, real keys, and nothing that can hang."""

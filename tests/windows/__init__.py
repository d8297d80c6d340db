"""The Windows build under Wine: installed, used with real keys, upgraded, removed. Run by `dev.py windows test`."""

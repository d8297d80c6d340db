"""What differs on Windows, tried by the Python of Windows: run by `dev.py windows test` under Wine."""

"""Reads workbooks of the kind that Excel writes today: `.xlsx`, `.xlsm`, `.xltx` and `.xltm`."""

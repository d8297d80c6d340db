"""Reads workbooks of the kind that Excel wrote until 2003: `.xls`."""

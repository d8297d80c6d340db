"""Reads workbooks of LibreOffice: `.ods`."""

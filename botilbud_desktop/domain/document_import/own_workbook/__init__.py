"""The program's own workbook, read back: its sheets beside that of the projects."""

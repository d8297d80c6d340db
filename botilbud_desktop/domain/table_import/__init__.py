"""A table of cells from a spreadsheet, made into projects: headings recognised, cells read, doubts marked."""

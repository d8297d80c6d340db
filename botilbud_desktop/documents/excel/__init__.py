"""The application as an Excel workbook: figures as numbers, sums and the cost plan as formulas that recalculate."""

"""»Indsæt fra Excel«: a table from the clipboard or a workbook, looked over before anything is inserted."""

"""»Indsæt fra Excel«: a table from the clipboard or a workbook, previewed before anything is inserted."""

"""The structure of a PDF (*tagged PDF*): what is a heading, a paragraph, a list or a table, in the order of reading."""

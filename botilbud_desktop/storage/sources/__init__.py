"""Files that people have written in: tables, workbooks, Word, PDF, mail and text, known by what they hold."""

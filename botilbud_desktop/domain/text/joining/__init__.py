"""What gets lost in copied texts: the lines of paragraphs, the columns of tables, spaces at which lines break."""

"""The folder `NAME bilag` beside a draft `NAME.botilbud`: PDF files, and the list `bilag.json` of them."""

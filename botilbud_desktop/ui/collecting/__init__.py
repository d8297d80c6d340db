"""»Saml ansøgninger«: the drafts of several municipalities as one table, with their sums and what is doubtful."""

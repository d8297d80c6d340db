"""»Hent fra dokument«: what was found in a Word, PDF, mail or text file, chosen and corrected before it is taken."""

"""What the ministry weighs between applications (*vægtningskriterier*), and what a draft says to it. No scores."""

"""The program's own texts about a round: the fields that the form lacks, and the round's figures in labels and help."""

"""What is said of cells that are struck out."""

STRUCK = "Cellen er streget over. Skal den med?"
PARTLY_STRUCK = "Noget af cellen er streget over. Se efter, om det passer."

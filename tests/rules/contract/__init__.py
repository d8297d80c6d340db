"""A second judge, written from the decision tables alone: it shares no code with the program, and reads plain JSON."""

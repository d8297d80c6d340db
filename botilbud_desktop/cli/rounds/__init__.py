"""The command `rounds`: which rounds the program knows, what a round's file lacks, and what its form looks like."""

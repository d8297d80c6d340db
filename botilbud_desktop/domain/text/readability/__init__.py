"""How hard a text is to read: Björnsson's LIX, its longest sentences, and sentences with many passives."""

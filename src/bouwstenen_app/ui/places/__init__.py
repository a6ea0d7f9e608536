"""The five places of the rail, and the two below it."""

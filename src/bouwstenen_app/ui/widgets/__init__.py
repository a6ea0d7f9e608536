"""Small parts of a window: they ask, a place acts."""

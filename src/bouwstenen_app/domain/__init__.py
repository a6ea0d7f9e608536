"""Plain values and rules of the building-block workshop: no Qt, no SQL, no files, no clock of its own."""

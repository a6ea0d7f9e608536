"""Inputs that nobody meant, by the thousand, for everything that reads: ``python -m tests.fuzz`` says how."""

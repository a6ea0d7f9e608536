"""What may happen to a workspace, done to it on purpose: ``python -m tests.faults`` says how."""

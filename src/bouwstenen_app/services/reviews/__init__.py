"""What reviewers say of a document, and how it lands in the workspace."""

"""The revisions of the library of a team, on PostgreSQL."""

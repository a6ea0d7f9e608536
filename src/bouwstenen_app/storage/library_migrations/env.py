"""Alembic's way in: the connection comes from the caller, who begins and commits."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="revision")
context.run_migrations()

"""One open workspace file: tables, engine, journal, store, migrations and search."""

"""Pure renderers: a Report in, a file out."""

"""The user's day as plain functions: verbs that change and questions that ask."""

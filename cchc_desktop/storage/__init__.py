"""The dossier file: one SQLite file that holds everything an office has."""

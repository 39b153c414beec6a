"""What the catalogue in schemas/ points to by import paths: types, renderers, base classes and settings."""

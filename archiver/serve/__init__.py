"""The development server: watches, rebuilds, reloads."""

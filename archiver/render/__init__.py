"""A site to output files, by Jinja templates."""

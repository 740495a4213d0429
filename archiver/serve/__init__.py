"""Shows the site while somebody works on it: watches, builds, reloads the page."""

from archiver.serve.run import Build, Preview, serve

__all__ = ["Build", "Preview", "serve"]

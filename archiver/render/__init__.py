"""Site to files: pages through a theme's templates, feeds, sitemap, and the data beside each article."""

from archiver.render.site import render
from archiver.render.theme import load_theme, theme_folder

__all__ = ["load_theme", "render", "theme_folder"]

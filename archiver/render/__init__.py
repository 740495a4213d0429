"""Site to files: pages through a theme's templates, feeds, sitemap, and the data beside each article."""

from archiver.render.parts import Part, Place, Placed, one_file
from archiver.render.site import render, render_parts
from archiver.render.theme import load_theme, theme_folder

__all__ = ["Part", "Place", "Placed", "load_theme", "one_file", "render", "render_parts", "theme_folder"]

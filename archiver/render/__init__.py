"""Site to files: pages through a theme's templates, feeds, sitemap, and the data beside each article."""

from archiver.render.article import article_files
from archiver.render.site import render
from archiver.render.theme import Theme, load_theme, theme_folder
from archiver.render.values import Around, SiteFrame

__all__ = ["Around", "SiteFrame", "Theme", "article_files", "load_theme", "render", "theme_folder"]

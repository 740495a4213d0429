"""Page bundles: articles and comments as Markdown with front matter, both directions."""

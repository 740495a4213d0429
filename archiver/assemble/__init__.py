"""Page bundles to a site: permalinks, order, taxonomies."""

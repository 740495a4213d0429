"""Facts about one outlet's layout."""

"""What machines read: feeds, sitemaps, structured data, citations and dumps."""

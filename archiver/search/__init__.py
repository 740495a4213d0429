"""Pagefind over the site."""

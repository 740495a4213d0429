"""Full-text search over the site: search documents, and Pagefind run over them."""

from archiver.search.index import index

__all__ = ["index"]

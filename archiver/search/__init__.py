"""Full-text search over the site: search documents, and Pagefind run over them."""

from archiver.search.index import FOLDER, index

__all__ = ["FOLDER", "index"]

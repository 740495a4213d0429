"""Full-text search over the site: search documents, and Pagefind run over them."""

from archiver.search.bundles import FOLDER, Bundle, parted, shared_files
from archiver.search.index import index, index_bundle

__all__ = ["FOLDER", "Bundle", "index", "index_bundle", "parted", "shared_files"]

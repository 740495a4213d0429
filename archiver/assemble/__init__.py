"""Pages to site: order, neighbours, taxonomies, and the addresses of all of them."""

from archiver.assemble.permalinks import permalink
from archiver.assemble.site import assemble

__all__ = ["assemble", "permalink"]

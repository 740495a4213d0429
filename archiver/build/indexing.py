"""The search index of a new site: made where its documents changed, taken over where they did not."""

from archiver import search
from archiver.build.placing import Placing
from archiver.model.site import Site


def index(site: Site, placing: Placing) -> int:
    """Index the site, or take the old one's index where it is of the same documents; how many it holds."""
    config = site.config
    empty_title = "" if site.pages else config.title
    reads = (config.language, config.base_url, empty_title, [(p.permalink, p.digest) for p in site.pages])
    return placing.fill(search.FOLDER, reads, lambda folder: search.index(site, folder))

"""The search index of a new site: bundles made where their documents changed, taken over where not."""

from functools import partial
from pathlib import Path

from archiver import search
from archiver.build.placing import Placing
from archiver.model.site import Site, SiteConfig
from archiver.render import one_file


def index(site: Site, placing: Placing) -> int:
    """Index the site, or take over the old one's bundles that are of the same documents.

    Gives how many documents there are.
    """
    config = site.config
    empty_title = "" if site.pages else config.title
    bundles = search.parted(site)
    count = 0
    for bundle in bundles:
        said = [(page.permalink, page.digest) for page in bundle.pages]
        reads = (config.language, config.base_url, empty_title, bundle.path, said)
        name = f"{search.FOLDER}/{bundle.path}".rstrip("/")
        count += placing.fill(name, reads, partial(_make, config, bundle))
    for name, data in search.shared_files(placing.folder / search.FOLDER, bundles):
        placing.place(one_file(f"{search.FOLDER}/{name}", lambda data=data: data))  # type: ignore[misc]
    return count


def _make(config: SiteConfig, bundle: search.Bundle, folder: Path) -> int:
    return search.index_bundle(config, bundle, folder)

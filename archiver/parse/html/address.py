"""Addresses in pages: absolute, of a scheme that an archive may keep, without trackers' parameters."""

import re
from functools import lru_cache
from urllib.parse import urljoin

_CONTROLS = re.compile("[\x00-\x20\x7f-\x9f]+")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_FROM_ROOT = re.compile(r"/(?!/)[^?#;]*(?:\?[^?#]+)?(?:#[^#]+)?")
"""An address from the host's root; one without `/.` has no parts that joining would change."""
_WHOLE = re.compile(r"https?://[^/\s?\x00-\x1f\x7f-\x9f][^\s?\x00-\x1f\x7f-\x9f]{0,2000}")
"""An address that stays as it is: absolute, and without parameters. Most are."""
_KEPT_LINK = re.compile(r"https?://[^/\s]|mailto:[^\s]", re.IGNORECASE)
_KEPT_RESOURCE = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_TRACKER = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|mc_cid|mc_eid|_ga|_gl|oly_\w+_id|"
    r"vero_id|mkt_tok|ito|cmpid|ref_src|ref_url|ns_\w+|at_(?:medium|campaign|custom\d))=[^&#]*(?:&|(?=#)|$)",
    re.IGNORECASE,
)
LONGEST = 4000
"""Longest address kept, in characters; longer ones are data, not places."""


def without_trackers(address: str) -> str:
    """The address without the parameters by which campaigns follow readers."""
    path, mark, query = address.partition("?")
    if not mark:
        return address
    kept = _TRACKER.sub("", query)
    query, fragment_mark, fragment = kept.partition("#")
    query = query.rstrip("&")
    return path + (f"?{query}" if query else "") + fragment_mark + fragment


@lru_cache(maxsize=64)
def _before(mark: str, base: str) -> str:
    """What stands before a path or a fragment: the base's scheme and host, or all but its own fragment."""
    try:
        return urljoin(base, f"{mark}x").removesuffix(f"{mark}x")
    except ValueError:
        return ""


def _absolute(address: str, base: str | None) -> str:
    bare = address.strip()
    if len(bare) > LONGEST:
        return ""
    if _CONTROLS.search(bare):
        bare = _CONTROLS.sub(lambda run: "%20" * run[0].count(" "), bare)
    if _SCHEME.match(bare):
        return bare
    if not base:
        return ""
    mark = bare[:1]
    if (mark == "#" != bare) or (mark == "/" and "/." not in bare and _FROM_ROOT.fullmatch(bare)):
        return _before(mark, base) + bare
    try:
        return urljoin(base, bare)
    except ValueError:
        return ""


def link(address: str, base: str | None) -> str:
    """The absolute http, https or mailto address of a link; empty where there is none."""
    if _WHOLE.fullmatch(address):
        return address
    found = _absolute(address, base)
    return without_trackers(found) if _KEPT_LINK.match(found) else ""


def resource(address: str, base: str | None) -> str:
    """The absolute http or https address of a picture or an embed; empty where there is none."""
    found = _absolute(address, base)
    return found if _KEPT_RESOURCE.match(found) else ""

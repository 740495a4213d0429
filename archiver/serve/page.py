"""The script that pages get while they are served; built files never hold it."""

import re

SCRIPT_PATH = "/.archiver/reload.js"
EVENTS_PATH = "/.archiver/events"
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)

# Styles are set one by one and the text as text, so that no content policy or error gets in the way.
SCRIPT = """\
"use strict";
(() => {
  const shown = document.currentScript.dataset.build;
  let overlay = null;
  const show = (error) => {
    if (overlay) { overlay.remove(); overlay = null; }
    if (error === null) return;
    overlay = document.createElement("pre");
    overlay.id = "archiver-problem";
    overlay.setAttribute("role", "alert");
    overlay.textContent = "The site could not be built; this is the last good one.\\n\\n" + error;
    Object.assign(overlay.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", maxHeight: "60vh", overflow: "auto",
      margin: "0", padding: "1rem", whiteSpace: "pre-wrap", font: "0.9rem/1.5 monospace",
      color: "#fff", background: "#7a1420", borderTop: "4px solid #fff", direction: "ltr", textAlign: "left",
    });
    document.body.append(overlay);
  };
  const events = new EventSource("/.archiver/events");
  events.onmessage = (event) => {
    const told = JSON.parse(event.data);
    if (told.build !== shown) location.reload(); else show(told.error);
  };
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
"""
EMPTY = (
    b"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>archiver</title></head>"
    b"<body><p>Nothing is built yet.</p></body></html>"
)


def with_script(html: bytes, build: str) -> bytes:
    """The page with the script before the end of its body."""
    tag = f'<script src="{SCRIPT_PATH}" data-build="{build}"></script>'.encode()
    ends = list(_BODY_END.finditer(html))
    at = ends[-1].start() if ends else len(html)
    return html[:at] + tag + html[at:]

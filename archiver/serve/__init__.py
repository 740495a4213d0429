"""Shows the site while somebody works on it: watches, builds, reloads the page."""

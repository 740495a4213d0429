"""What a page's scripts hold as data: facts in JSON-LD, and whole stories."""

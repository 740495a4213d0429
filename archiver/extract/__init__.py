"""Document to extraction: rules claim words, `compose` builds the article from what was settled.

The entry point stands in `engine`: `import archiver` reaches this room for its name alone, and loads no rule.
"""

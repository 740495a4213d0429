"""What a page says about its story: choices among sources that do not agree."""

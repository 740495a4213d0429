"""Pictures of an HTML page: which are the story's, what is printed about them, and who made them."""

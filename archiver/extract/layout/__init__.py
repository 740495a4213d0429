"""Where things stand on an HTML page: prose and links by element, boxes, the column, the head, the region."""

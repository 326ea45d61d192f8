"""What a number counts: from the words around it to a metric and a unit."""

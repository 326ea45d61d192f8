"""How sure a text is of its figures."""

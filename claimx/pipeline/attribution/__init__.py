"""Sources of figures."""

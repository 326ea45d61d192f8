"""From article to extraction: spaCy components, one small file each. The only package that imports spaCy."""

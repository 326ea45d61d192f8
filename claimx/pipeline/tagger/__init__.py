"""The trained tagger of quotations: word pieces, network, tags, and how its findings join those of the rules."""

"""Who, where, when, which event: what the components of scope share."""

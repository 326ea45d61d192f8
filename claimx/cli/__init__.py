"""The command line: the only place that prints, exits and asks about the terminal."""

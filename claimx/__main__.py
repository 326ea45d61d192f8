"""`python -m claimx`."""

from claimx.cli.main import main

main()

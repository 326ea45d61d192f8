"""Where claimx keeps what may be made anew at any time."""

import os
from pathlib import Path

import platformdirs

CACHE_VARIABLE = "CLAIMX_CACHE_DIR"


def default_cache() -> Path:
    """The folder that `CLAIMX_CACHE_DIR` names, else claimx's part of the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("claimx", appauthor=False)

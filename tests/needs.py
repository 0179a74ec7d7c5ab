"""Programs that tests use beside Python: without one a test skips, or fails where all are required."""

import os
import shutil

import pytest


def program(package: str, *names: str) -> str:
    """The path of the first of these programs, or a skip that names Debian's package to install."""
    for name in names:
        if found := shutil.which(name):
            return found
    told = f"{names[0]} is not on the PATH; install Debian's package {package} to run this test."
    if os.environ.get("LKDASH_REQUIRED") == "1":
        pytest.fail(f"{told} It is required here (LKDASH_REQUIRED=1).")
    pytest.skip(told)

"""Builds Syria Chronicle; `python build.py --help` lists the commands."""

import sys

from chronicle.commands import main

if __name__ == "__main__":
    sys.exit(main())

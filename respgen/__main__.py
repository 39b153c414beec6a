"""`python -m respgen`."""

import sys

from respgen.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

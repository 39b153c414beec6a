"""`python -m respgen`.

Python puts the working folder first on its path for `-m`. A checkout may have a `click.py` there,
or a `yaml/`: what is judged must not run, so the folder goes before anything else is imported.
"""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]

    from respgen.cli.main import main

    sys.exit(main())

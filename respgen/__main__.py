"""The program: `respgen`, and `python -m respgen`.

Python puts the working folder first on its path for `-m`. A checkout may have a `click.py` there,
or a `yaml/`: what is judged must not run, so the folder goes before anything else is imported.
"""

import sys


def main() -> int:
    """Run the command line of this process."""
    # each import after what it needs: Ctrl-C in the next one shall be quiet
    from respgen.interrupts import install

    install()
    from respgen.cli.main import main

    return main()


if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]
    sys.exit(main())

"""`python -m waqai` is the command line."""

from waqai.cli import main

if __name__ == "__main__":
    main()

"""`python -m thai_newsie`: the command, where its script is not on the path."""

from thai_newsie.cli import main

if __name__ == "__main__":
    main()

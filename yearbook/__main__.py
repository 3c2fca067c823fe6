"""`python -m yearbook`."""

import sys

from yearbook.quick import main

if __name__ == "__main__":
    sys.exit(main())

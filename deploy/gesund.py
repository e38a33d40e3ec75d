"""Asks the course in its container whether it is ready; exit code 1 if not. Standard library only."""

import sys
import urllib.error
import urllib.request

ADDRESS = "http://localhost:8866/gesund/bereit"

if __name__ == "__main__":
    try:
        with urllib.request.urlopen(ADDRESS, timeout=4) as answer:
            print(answer.read().decode())
    except urllib.error.HTTPError as error:
        sys.exit(error.read().decode())  # 503 says why
    except OSError as error:
        sys.exit(str(error))

"""The third wall, for machines without bubblewrap and podman: Pyodide in Deno, one process per child."""

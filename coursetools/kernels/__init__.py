"""Kernels for served pages: started by forking a process that has everything loaded."""

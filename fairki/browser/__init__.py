"""The course's Python in the learner's browser, where there is neither a server nor a kernel."""

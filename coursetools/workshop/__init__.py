"""Live workshops: a facilitator leads, phones vote, a projector shows; no account, no name, no kernel."""

"""German of the mirror: the cards of the applicants, why nothing could be learnt, and what is said about a result."""

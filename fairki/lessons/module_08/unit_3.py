"""Unit 3, whom it hears and what it keeps: transcripts, a secret, and what may go in."""

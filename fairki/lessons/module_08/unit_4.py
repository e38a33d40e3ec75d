"""Unit 4, together and visible: copies of copies, reading in a hurry, where it helps, and rules of play."""

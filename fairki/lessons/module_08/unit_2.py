"""Unit 2, what it invents: gaps that are filled, two checks, and answers with and without a source."""

"""Unit 1, how it writes: a model learns assessments, and what it says about whom."""

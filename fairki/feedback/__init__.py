"""Feedback: complaints with known truth, what would have had to be different, who stays silent, and a survey.

``counterfactuals`` asks a way of deciding what would have had to be different; ``complaints`` makes complaints of
which the truth is known; ``silence`` shows who never complains and what each channel changes; ``survey`` makes 200
answers that can be read well or badly.
"""

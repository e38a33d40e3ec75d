"""What every module's page says."""

GOALS = "Was Sie danach können"

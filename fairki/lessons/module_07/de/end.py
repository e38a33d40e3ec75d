"""German of the end of the page: what a learner takes along."""

FOLDER = "Ihre Mappe"
RECORD = "Teilnahme-Nachweis"

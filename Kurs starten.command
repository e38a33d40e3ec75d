#!/bin/bash
# Startet den Kurs mit einem Doppelklick (macOS). Das Fenster bleibt offen, bis Sie die Eingabetaste drücken.
cd "$(dirname "$0")" || exit 1

fits='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
python=""
for name in python3.13 python3.14 python3.12 python3.11 python3; do
  # Das python3 von macOS selbst ist zu alt und böte an, Entwicklerwerkzeuge zu installieren.
  [ "$(command -v "$name")" = /usr/bin/python3 ] && continue
  if "$name" -c "$fits" > /dev/null 2>&1; then
    python="$name"
    break
  fi
done

if [ -z "$python" ]; then
  echo
  echo "Fehler: Auf diesem Rechner fehlt ein passendes Python."
  echo "Der Kurs braucht Python 3.11, 3.12, 3.13 oder 3.14. Sie finden es auf python.org unter „Downloads“."
  echo "Installieren Sie es, und öffnen Sie diese Datei noch einmal."
  code=1
else
  "$python" build_course.py serve "$@"
  code=$?
fi

if [ -t 0 ]; then
  echo
  read -r -p "Zum Schließen drücken Sie die Eingabetaste. "
fi
exit "$code"

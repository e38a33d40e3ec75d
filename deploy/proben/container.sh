#!/usr/bin/env bash
# Baut deploy/Containerfile wirklich, startet den Kurs ohne Rechte und mit schreibgeschützter Wurzel und fragt ihn.
# Aufruf als root: deploy/proben/container.sh [ABBILD]
# Wo sich kein Abbild holen lässt, ist die Grundlage ein frisches Debian (deploy/proben/basis.sh). ABBILD nennt ein anderes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
base=${1:-localhost/fairki-basis:trixie}
[ $# -gt 0 ] || "$here/basis.sh" trixie
limits=(--ulimit nofile=4096:4096 --ulimit nproc=4096:4096)
said=$(mktemp)
for target in trainer kurs; do
  podman build --format docker --network host "${limits[@]}" --build-arg "BASE=$base" --target "$target" \
    -f "$here/../Containerfile" -t "localhost/fairki$([ $target = kurs ] || echo "-$target")" "$here/../.." > "$said" 2>&1 \
    || { tail -20 "$said"; exit 1; }
  echo "Gebaut: Ziel $target."
done
podman build --format docker --network host "${limits[@]}" --build-arg BASE=localhost/fairki \
  -f "$here/../betrieb.Containerfile" -t localhost/fairki-betrieb "$here/../../docs/beispiele/klinikverbund" > "$said" 2>&1 \
  || { tail -20 "$said"; exit 1; }
echo "Gebaut: der Kurs mit dem Betrieb „klinikverbund“."
rm "$said"
name=fairki-probe-$$
trap 'podman rm -f -t 5 "$name" >/dev/null 2>&1' EXIT
for image in fairki fairki-betrieb; do
  podman run -d --name "$name" --network host "${limits[@]}" --read-only --tmpfs /tmp --cap-drop all \
    --security-opt no-new-privileges "localhost/$image" serve --host 127.0.0.1 --port 8866 --no-browser >/dev/null 2>&1
  for _ in $(seq 120); do podman exec "$name" python /usr/local/lib/gesund.py >/dev/null 2>&1 && break; sleep 1; done
  echo "$image: gesund/bereit: $(podman exec "$name" python /usr/local/lib/gesund.py)"
  curl -sf -o /dev/null -w 'Modul 1: %{http_code}, %{size_download} Bytes\n' http://localhost:8866/modul/01_bewusstsein
  echo "„Bei uns“ nennt den Klinikverbund: $(curl -sf http://localhost:8866/bei-uns.html | grep -ci klinikverbund || true) Mal"
  podman exec "$name" sh -c 'echo "Benutzer: $(id -u)"; grep -E "CapEff|NoNewPrivs" /proc/1/status; touch /kurs/x 2>&1 || true'
  podman stop -t 20 "$name" >/dev/null 2>&1
  echo "Beendet mit $(podman inspect -f '{{.State.ExitCode}}' "$name")."
  podman rm "$name" >/dev/null 2>&1
done

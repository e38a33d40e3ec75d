#!/usr/bin/env bash
# Startet die Dienste aus deploy/ unter einem wirklichen systemd (in einem Container) und fragt sie.
# Aufruf als root: deploy/proben/systemd.sh        (vorher: deploy/proben/container.sh)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
nofile=$(ulimit -Hn)
podman build -q --format docker --network host --ulimit nofile=1024:4096 --ulimit nproc=4096:4096 \
  --build-arg BASE=localhost/fairki-basis:trixie -f "$here/ersatz/systemd.Containerfile" -t localhost/fairki-systemd "$here/ersatz" >/dev/null
name=fairki-systemd-$$
podman run -d --rm --name "$name" --privileged --systemd=always --ulimit "nofile=$nofile:$nofile" --ulimit nproc=16384:16384 \
  -v "$here/../fairki-kurs.service:/etc/systemd/system/fairki-kurs.service:ro" \
  -v "$here/../fairki-workshop.service:/etc/systemd/system/fairki-workshop.service:ro" localhost/fairki-systemd >/dev/null
trap 'podman rm -f "$name" >/dev/null' EXIT
inside() { podman exec "$name" "$@"; }
for _ in $(seq 60); do inside systemctl is-system-running 2>/dev/null | grep -qE 'running|degraded' && break; sleep 1; done
echo "$(inside systemctl --version | head -1)"
for unit in kurs workshop; do
  inside systemctl start "fairki-$unit"
  port=$([ $unit = kurs ] && echo 8866 || echo 8876)
  for _ in $(seq 150); do
    status=$(inside curl -s -o /dev/null -m 5 -w '%{http_code}' "http://localhost:$port/gesund/bereit" || true)
    [ "$status" = 200 ] && break; sleep 1
  done
  echo "fairki-$unit: gesund/bereit $status, Zustand $(inside systemctl is-active fairki-$unit || true)"
  [ "$status" = 200 ] || { inside journalctl -u "fairki-$unit" --no-pager | tail -30; exit 1; }
  pid=$(inside systemctl show -P MainPID "fairki-$unit")
  inside sh -c "grep -E '^(Uid|CapEff|NoNewPrivs|Seccomp):' /proc/$pid/status; grep 'open files' /proc/$pid/limits"
  inside sh -c "nsenter -t $pid -m touch /etc/x 2>&1 || true"
  inside systemctl stop "fairki-$unit"
  echo "fairki-$unit: beendet mit $(inside systemctl show -P Result fairki-$unit)"
done

#!/usr/bin/env bash
# Startet die Dienste aus deploy/ unter einem wirklichen systemd (in einem Container), mit den Räumen auf PostgreSQL:
# fragt sie, sucht Schlüssel im Journal, sichert, holt zurück und entfernt alles, wie docs/betrieb.md es sagt.
# Aufruf als root: deploy/proben/systemd.sh        (vorher: deploy/proben/container.sh)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
nofile=$(ulimit -Hn)
podman build -q --format docker --network host --ulimit nofile=1024:4096 --ulimit nproc=4096:4096 \
  --build-arg BASE=localhost/fairki-basis:trixie -f "$here/ersatz/systemd.Containerfile" -t localhost/fairki-systemd "$here/ersatz" >/dev/null
name=fairki-systemd-$$
podman run -d --rm --name "$name" --privileged --systemd=always --ulimit "nofile=$nofile:$nofile" --ulimit nproc=16384:16384 \
  -v "$here/..:/deploy:ro" localhost/fairki-systemd >/dev/null
trap 'podman rm -f "$name" >/dev/null' EXIT
inside() { podman exec "$name" "$@"; }
for _ in $(seq 60); do
  state=$(inside systemctl is-system-running 2>/dev/null || true)
  [ "$state" = running ] && break; sleep 1
done
echo "$(inside systemctl --version | head -1): $state"
inside sh -c 'cp /deploy/fairki-*.service /deploy/fairki-*.timer /etc/systemd/system/ && systemctl daemon-reload'
inside sh -c 'systemctl start postgresql; for _ in $(seq 30); do su postgres -c "psql -qc \"CREATE ROLE fairki LOGIN PASSWORD '"'Losung47'"'\"" && break; sleep 1; done
  su postgres -c "createdb -O fairki fairki"; install -d -m 700 /etc/fairki
  echo FAIRKI_WORKSHOP=postgresql+psycopg://fairki:Losung47@127.0.0.1/fairki > /etc/fairki/workshop.env; chmod 600 /etc/fairki/workshop.env'
ready() {  # fragt einen Dienst, bis er bereit ist
  for _ in $(seq 150); do
    status=$(inside curl -s -o /dev/null -m 5 -w '%{http_code}' "http://localhost:$2/gesund/bereit" || true)
    [ "$status" = 200 ] && break; sleep 1
  done
  echo "$1: gesund/bereit $status, Zustand $(inside systemctl is-active "$1" || true)"
  [ "$status" = 200 ] || { inside journalctl -u "$1" --no-pager | tail -30; exit 1; }
}
for unit in fairki-kurs fairki-workshop; do
  inside systemctl start "$unit"
  ready "$unit" "$([ $unit = fairki-kurs ] && echo 8866 || echo 8876)"
  pid=$(inside systemctl show -P MainPID "$unit")
  inside sh -c "grep -E '^(Uid|CapEff|NoNewPrivs|Seccomp):' /proc/$pid/status; grep 'open files' /proc/$pid/limits"
  inside sh -c "nsenter -t $pid -m touch /etc/x 2>&1 || true"
done
inside systemctl stop fairki-kurs
echo "fairki-kurs: beendet mit $(inside systemctl show -P Result fairki-kurs)"
way=/run/fairki-workshop/zugang.txt
echo "Zugang: $(inside stat -c '%a %U' $way), $(inside grep -c 'leitung#' $way) Adresse der Leitung"
echo "Im Journal: $(inside journalctl -u fairki-workshop --no-pager | grep -cE 'leitung#|Code:|█' || true) Schlüssel"
code() { inside sed -n 's/.*Code: //p' $way; }
before=$(code)
inside systemctl enable --now fairki-sicherung.timer
inside sh -c 'd=/var/lib/fairki/workshop/sicherungen; install -d -o fairki -g fairki -m 700 $d; touch -d "9 days ago" $d/fairki-alt.zip'
inside systemctl start fairki-sicherung
echo "Die Sicherung von vor neun Tagen: $(inside sh -c 'ls /var/lib/fairki/workshop/sicherungen/fairki-alt.zip 2>/dev/null || echo gelöscht')"
inside systemctl list-timers --no-pager fairki-sicherung.timer
inside sh -c 'ls -l /var/lib/fairki/workshop/sicherungen; journalctl -u fairki-sicherung --no-pager | grep -i gesichert'
inside sh -c 'su postgres -c "psql -qd fairki -c \"TRUNCATE workshop_session, workshop_key\""'  # der Verlust
inside systemctl stop fairki-workshop
echo "fairki-workshop: beendet mit $(inside systemctl show -P Result fairki-workshop)"
inside sh -c 'systemd-run -q --pipe --wait --uid=fairki --working-directory=/var/lib/fairki/workshop -p EnvironmentFile=-/etc/fairki/workshop.env \
  /opt/fairki/bin/fairki wiederherstellen --ersetzen sicherungen/$(ls /var/lib/fairki/workshop/sicherungen | grep zip)'
inside systemctl start fairki-workshop
ready fairki-workshop 8876
[ "$(code)" = "$before" ] && echo "Der Raum ist wieder da, mit demselben Code."
inside sh -c 'set -e; systemctl disable --now fairki-kurs fairki-workshop fairki-sicherung.timer
  rm -rf /etc/systemd/system/fairki-* /etc/fairki /opt/fairki /var/lib/fairki /var/lib/systemd/timers/stamp-fairki-*; systemctl daemon-reload; userdel fairki'
echo "Entfernt. Übrig: $(inside sh -c 'find / -xdev -iname "*fairki*" -not -path "/proc/*" -not -path "/deploy/*" -not -path "/sys/*" -not -path "/var/lib/postgresql/*" 2>/dev/null | tr "\n" " "')"

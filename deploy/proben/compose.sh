#!/usr/bin/env bash
# Startet deploy/compose.yaml wirklich: mit Docker Compose vor Podman, oder mit MOTOR=docker vor Docker. Fragt Kurs und
# Workshop durch nginx, lässt abstimmen, während ein Prozess ausfällt, sichert und holt zurück.
# Aufruf als root: deploy/proben/compose.sh        (vorher: deploy/proben/container.sh, das die Abbilder mit Podman baut)
# PostgreSQL und nginx kommen hier aus Debian (deploy/proben/ersatz/), nicht aus den Abbildern von Docker Hub.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/../../course.toml")
work=$(mktemp -d "${TMPDIR:-/tmp}/fairki-compose.XXXXXX")
build=(podman build -q --format docker --network host --ulimit nofile=1024:4096 --ulimit nproc=4096:4096
  --build-arg BASE=localhost/fairki-basis:trixie)
for part in nginx postgres; do
  "${build[@]}" -f "$here/ersatz/$part.Containerfile" -t "localhost/fairki-$part" "$here/ersatz" >/dev/null
done
podman tag localhost/fairki "docker.io/library/fairki:$version"
motor=${MOTOR:-podman}
if [ "$motor" = docker ]; then  # DOCKER_HOST nennt ihn, wenn er nicht am üblichen Ort ist
  for image in "docker.io/library/fairki:$version" localhost/fairki-nginx localhost/fairki-postgres; do
    podman save -q --format docker-archive "$image" | docker load -q
  done
  service=
else
  podman system service --time 0 "unix://$work/podman.sock" & service=$!
  export DOCKER_HOST=unix://$work/podman.sock
fi
cp -r "$here/../compose.yaml" "$here/../nginx-ziele-compose.conf" "$work/"
sed 's/kurs\.firma\.example/localhost/' "$here/../nginx.conf" > "$work/nginx.conf"
mkdir "$work/tls"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout "$work/tls/kurs.key" \
  -out "$work/tls/kurs.pem" 2>/dev/null
chown -R 101 "$work/tls"
printf 'KURS_NAME=localhost\nKURS_PASSWORT=Losung47\nKURS_NGINX=localhost/fairki-nginx\n' > "$work/.env"
printf 'KURS_POSTGRES=localhost/fairki-postgres\n' >> "$work/.env"
# Grenzen, die dieser Rechner selbst nicht überschreiten darf
cat > "$work/grenzen.yaml" <<'END'
services:
  kurs-1: &grenzen {ulimits: {nofile: 4096, nproc: 4096}}
  kurs-2: *grenzen
  workshop-1: *grenzen
  workshop-2: *grenzen
  datenbank: *grenzen
  nginx: *grenzen
  sicherung: *grenzen
END
compose=("${DOCKER_COMPOSE:-docker-compose}" --project-directory "$work" -f "$work/compose.yaml" -f "$work/grenzen.yaml")
# Podman prüft die Gesundheit über systemd; wo keines läuft, tut es diese Schleife.
while [ "$motor" = podman ] && sleep 3; do
  for one in $(podman ps -q); do podman healthcheck run "$one" >/dev/null 2>&1 || true; done
done & pulse=$!
end() { "${compose[@]}" down -v --timeout 20 >/dev/null 2>&1 || true; kill $service "$pulse" 2>/dev/null || true; rm -rf "$work"; }
trap end EXIT
sleep 1
"${compose[@]}" config -q && echo "compose.yaml ist gültig."
"${compose[@]}" up -d --no-build 2>&1 | grep -v systemd
for path in kurs/gesund/bereit workshop/gesund/bereit kurs/ kurs/modul/01_bewusstsein workshop/mitmachen; do
  for _ in $(seq 120); do
    status=$(curl -sk -o /dev/null -m 5 -w '%{http_code}' "https://localhost/$path" || true)
    [[ $status == 200 ]] && break; sleep 1
  done
  echo "$status  https://localhost/$path"
  [[ $status == 200 ]]
done
echo "HTTP/$(curl -sk -o /dev/null -w '%{http_version}' https://localhost/kurs/) durch nginx"
for one in kurs-1 workshop-1 datenbank nginx; do
  echo "$one läuft als Benutzer $("${compose[@]}" exec -T "$one" id -u)"
done
ways() { for one in workshop-1 workshop-2; do "${compose[@]}" exec -T "$one" cat /tmp/zugang.txt 2>/dev/null || true; done; }
leads() { for one in workshop-1 workshop-2; do "${compose[@]}" exec -T "$one" grep -qs leitung# /tmp/zugang.txt && echo "$one"; done || true; }
code=$(ways | sed -n 's/.*Code: //p' | tr -d '\r') token=$(ways | sed -n 's/.*leitung#//p' | tr -d '\r')
"$motor" version --format 'Motor: {{.Server.Version}}' 2>/dev/null || podman --version
echo "In der Ausgabe: $("${compose[@]}" logs workshop-1 workshop-2 | grep -c "leitung#\|Code:" || true) Schlüssel"
first=$(leads)
python3 "$here/gang.py" https://localhost/workshop "$code" "$token" "$motor kill -s KILL fairki-$first-1"
"${compose[@]}" kill -s KILL kurs-1 2>/dev/null
echo "$(curl -sk -o /dev/null -m 20 -w '%{http_code}' https://localhost/kurs/modul/01_bewusstsein)  Modul 1, ohne kurs-1"
install -d -o 10001 -m 700 "$work/sicherungen"
"${compose[@]}" run --rm -T sicherung 2>/dev/null
file=$(ls "$work/sicherungen")
"${compose[@]}" stop workshop-1 workshop-2 2>/dev/null
"${compose[@]}" run --rm -T sicherung wiederherstellen --ersetzen "sicherungen/$file" 2>/dev/null
"${compose[@]}" start workshop-1 workshop-2 2>/dev/null
for _ in $(seq 60); do [ -n "$(leads)" ] && break; sleep 1; done
[ "$(ways | sed -n 's/.*Code: //p' | tr -d '\r')" = "$code" ] && echo "Zurückgeholt: derselbe Raum."

#!/usr/bin/env bash
# Macht ein Abbild „localhost/fairki-basis“ aus einem frischen Debian (debootstrap), wo keines zu holen ist.
# Aufruf als root: deploy/proben/basis.sh [FASSUNG]     FASSUNG: trixie (ohne Angabe) oder bookworm
# Es bekommt die Netz-Einstellungen dieses Rechners: Zertifikate, apt, pip.
set -euo pipefail
suite=${1:-trixie}
image=localhost/fairki-basis:$suite
cache=${PROBE_ORDNER:-${TMPDIR:-/tmp}/fairki-probe}
podman image exists "$image" && { echo "$image ist schon da."; exit 0; }
mkdir -p "$cache"
root=$(mktemp -d "$cache/basis.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT
echo "Debian $suite wird mit debootstrap angelegt …"
mirror=$(grep -hoE '^(URIs: |deb .*)https?://[^ ]+' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null \
  | grep -oE 'https?://[^ ]+' | grep -v security | head -1 || true)
debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror" > "$cache/debootstrap.log" 2>&1 \
  || { tail -5 "$cache/debootstrap.log" >&2; exit 90; }
for path in /etc/ssl/certs /usr/local/share/ca-certificates /etc/apt/apt.conf.d; do
  [ -e "$path" ] || continue
  mkdir -p "$root$(dirname "$path")"; rm -rf "${root:?}$path"; cp -aL "$path" "$root$path" 2>/dev/null || true
done
rm -rf "${root:?}"/var/cache/apt/archives/*.deb "${root:?}"/var/lib/apt/lists/*
tar -C "$root" --numeric-owner -c . | podman import --quiet - "$image" >/dev/null
echo "$image ist bereit."

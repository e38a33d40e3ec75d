# Was das Abbild „postgres“ beim ersten Start tut, so weit compose.yaml es braucht.
set -e
data=/var/lib/postgresql/data
if [ ! -s "$data/PG_VERSION" ]; then
  printf %s "$POSTGRES_PASSWORD" > /tmp/password
  initdb -D "$data" -U "$POSTGRES_USER" -A scram-sha-256 --pwfile /tmp/password -E UTF8 --locale C.UTF-8
  echo "host all all all scram-sha-256" >> "$data/pg_hba.conf"
  postgres -D "$data" -k /tmp -c listen_addresses= & first=$!
  until PGPASSWORD="$POSTGRES_PASSWORD" createdb -h /tmp -U "$POSTGRES_USER" "$POSTGRES_DB"; do sleep 1; done
  kill -INT "$first"; wait "$first" || true
fi
exec postgres -D "$data" -k /tmp -c listen_addresses='*'

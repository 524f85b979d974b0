#!/bin/sh
# One schema and one login role a service, which sees no other. Runs by itself when the volume is new; a repeat changes nothing, so that an
# older installation learns what is new here: docker compose exec postgres sh /docker-entrypoint-initdb.d/10-schemas.sh
set -eu

run() { psql -X -q -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" "$@"; }

run -d postgres <<'SQL'
SELECT 'CREATE DATABASE socialselling' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'socialselling') \gexec
REVOKE ALL ON DATABASE socialselling FROM PUBLIC;
SQL
run -d socialselling -c 'REVOKE CREATE ON SCHEMA public FROM PUBLIC'

for service in identity accounts instagram messaging publisher analytics; do
  upper=$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')
  eval "password=\$DB_${upper}_PASSWORD"
  # shellcheck disable=SC2154 # set by the line above
  run -d socialselling -v "role=$service" -v "password=$password" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'role') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
ALTER ROLE :"role" PASSWORD :'password';
GRANT CONNECT, TEMPORARY ON DATABASE socialselling TO :"role";
SET client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS :"role" AUTHORIZATION :"role";
SQL
done

# Identity keeps an audit log that even itself may not change: another role owns its tables.
run -d socialselling -v role=identity -v owner=identity_owner -v "password=$DB_IDENTITY_OWNER_PASSWORD" \
  -f "${OWNER_SQL:-/usr/local/share/socialselling/owner.sql}"

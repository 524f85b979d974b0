#!/bin/sh
# Once, when the volume is new: one schema and one login role a service; a role owns its schema and sees no other.
set -eu

run() { psql -X -q -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" "$@"; }

run -d postgres -c 'CREATE DATABASE socialselling' -c 'REVOKE ALL ON DATABASE socialselling FROM PUBLIC'
run -d socialselling -c 'REVOKE CREATE ON SCHEMA public FROM PUBLIC'

for service in identity accounts instagram messaging publisher analytics; do
  upper=$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')
  eval "password=\$DB_${upper}_PASSWORD"
  # shellcheck disable=SC2154 # set by the line above
  run -d socialselling -v "role=$service" -v "password=$password" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
GRANT CONNECT, TEMPORARY ON DATABASE socialselling TO :"role";
CREATE SCHEMA :"role" AUTHORIZATION :"role";
SQL
done

# shellcheck shell=bash
# One database; one schema and one login role a service. A role owns its schema and sees no other.

DATABASE=socialselling

# part_of KEY: one value of the superuser's connection string.
part_of() {
  local part name
  while IFS= read -r -d ';' part; do
    name="${part%%=*}"
    [[ "${name,,}" != "${1,,}" ]] || { printf '%s' "${part#*=}" && return; }
  done <<<"$SOCIALSELLING_POSTGRES;"
}

server_address() { printf 'Host=%s;Port=%s' "$(part_of Host)" "$(part_of Port)"; }

database_connection() {
  printf '%s;Database=%s;Username=%s;Password=%s;Search Path=%s' \
    "$(server_address)" "$DATABASE" "$1" "$(secret "database-$1")" "$1"
}

as_superuser() {
  PGHOST="$(part_of Host)" PGPORT="$(part_of Port)" PGUSER="$(part_of Username)" PGPASSWORD="$(part_of Password)" \
    psql -X -q -v ON_ERROR_STOP=1 -d "$1" -f -
}

role_sql() {
  cat <<SQL
DO \$\$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$1') THEN CREATE ROLE $1 LOGIN; END IF;
END \$\$;
ALTER ROLE $1 PASSWORD '$(secret "database-$1")';
SQL
}

# Everything is written so that a repeat changes nothing.
create_schemas() {
  local name stamp="$RUN/schemas"
  [[ "$(cat "$stamp" 2>/dev/null)" != "$SOCIALSELLING_POSTGRES" ]] || return 0
  {
    printf "SELECT 'CREATE DATABASE %s' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '%s') \\\\gexec\n" "$DATABASE" "$DATABASE"
    for name in "${SERVICES[@]}"; do
      role_sql "$name"
    done
  } | as_superuser postgres >&2
  {
    printf 'SET client_min_messages = warning;\nREVOKE ALL ON DATABASE %s FROM PUBLIC;\nREVOKE CREATE ON SCHEMA public FROM PUBLIC;\n' "$DATABASE"
    for name in "${SERVICES[@]}"; do
      printf 'GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s;\nCREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s;\n' \
        "$DATABASE" "$name" "$name" "$name"
    done
  } | as_superuser "$DATABASE" >&2
  # A server that was given may be another one tomorrow behind the same address.
  given postgres || (umask 077 && printf '%s' "$SOCIALSELLING_POSTGRES" >"$stamp")
}

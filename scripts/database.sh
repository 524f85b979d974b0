# shellcheck shell=bash
# One database; one schema and one login role a service, which sees no other. The role owns its schema, except where a service keeps what
# even itself may not change: there a second role owns the tables, and migrates.

DATABASE=socialselling
OWNED_APART=(identity)

is_owned_apart() { [[ " ${OWNED_APART[*]} " == *" $1 "* ]]; }

# part_of KEY: one value of the superuser's connection string.
part_of() {
  local part name
  while IFS= read -r -d ';' part; do
    name="${part%%=*}"
    [[ "${name,,}" != "${1,,}" ]] || { printf '%s' "${part#*=}" && return; }
  done <<<"$SOCIALSELLING_POSTGRES;"
}

server_address() { printf 'Host=%s;Port=%s' "$(part_of Host)" "$(part_of Port)"; }

# database_connection SERVICE [ROLE]
database_connection() {
  local role="${2:-$1}"
  printf '%s;Database=%s;Username=%s;Password=%s;Search Path=%s' \
    "$(server_address)" "$DATABASE" "$role" "$(secret "database-$role")" "$1"
}

as_superuser() {
  PGHOST="$(part_of Host)" PGPORT="$(part_of Port)" PGUSER="$(part_of Username)" PGPASSWORD="$(part_of Password)" \
    psql -X -q -v ON_ERROR_STOP=1 -d "$1" "${@:2}" -f -
}

# The password goes by standard input: arguments can be read by everybody.
give_to_owner() {
  { printf "SET client_min_messages = warning;\n\\\\set password '%s'\n" "$(secret "database-$1_owner")" && cat "$ROOT/deploy/compose/postgres/owner.sql"; } |
    as_superuser "$DATABASE" -v "role=$1" -v "owner=$1_owner" >&2
}

role_sql() {
  cat <<SQL
DO \$\$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '$1') THEN CREATE ROLE $1 LOGIN; END IF;
END \$\$;
ALTER ROLE $1 PASSWORD '$(secret "database-$1")';
SQL
}

# The server, and what is done to it: a newer way is applied to an older state too.
create_schemas_mark() { printf '%s ' "$SOCIALSELLING_POSTGRES" "$(cat "$ROOT/scripts/database.sh" "$ROOT/deploy/compose/postgres/owner.sql" | sha256sum | cut -c1-16)"; }

# Everything is written so that a repeat changes nothing.
create_schemas() {
  local name stamp="$RUN/schemas" mark
  mark="$(create_schemas_mark)"
  [[ "$(cat "$stamp" 2>/dev/null)" != "$mark" ]] || return 0
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
  for name in "${OWNED_APART[@]}"; do
    give_to_owner "$name"
  done
  # A server that was given may be another one tomorrow behind the same address.
  given postgres || (umask 077 && printf '%s' "$mark" >"$stamp")
}

# shellcheck shell=bash
# PostgreSQL as a process of our own: TCP on loopback only, passwords, data under the state folder.

PGDATA_DIR="$DATA/postgres"

# PostgreSQL refuses to run as root.
declare -a AS_POSTGRES=()
choose_postgres_user() {
  ((EUID == 0)) || return 0
  AS_POSTGRES=(setpriv --reuid=postgres --regid=postgres --init-groups)
  # A checkout below /root is closed to other users: one capability opens the way, no file mode is touched.
  "${AS_POSTGRES[@]}" test -x "$DATA" ||
    AS_POSTGRES+=(--inh-caps=+dac_override --ambient-caps=+dac_override)
}

init_postgres() {
  local fresh="$PGDATA_DIR.new" password_file
  [[ ! -e $PGDATA_DIR ]] || die "$PGDATA_DIR is damaged (no PG_VERSION); ./dev reset begins anew"
  rm -rf "$fresh"
  mkdir -m 700 "$fresh"
  password_file="$fresh.password"
  (umask 077 && secret postgres >"$password_file")
  ((EUID != 0)) || chown postgres: "$fresh" "$password_file"
  "${AS_POSTGRES[@]}" "$(postgres_bin)/initdb" -D "$fresh" -U postgres -E UTF8 --locale=C.UTF-8 \
    --auth=scram-sha-256 --pwfile="$password_file" >"$LOGS/initdb.log" 2>&1 ||
    die "initdb failed: see $LOGS/initdb.log"
  rm -f "$password_file"
  # The rename is the last step: an interrupted initdb is simply repeated.
  mv "$fresh" "$PGDATA_DIR"
}

# After a kill -9 of the postmaster its children may linger for a moment and hold the shared memory.
clear_postgres_leftovers() {
  local cwd pid
  for cwd in /proc/[0-9]*/cwd; do
    if [[ "$(readlink "$cwd" 2>/dev/null)" == "$PGDATA_DIR" ]]; then
      pid="${cwd#/proc/}"
      pid="${pid%/cwd}"
      [[ "$(cat "/proc/$pid/comm" 2>/dev/null)" == postgres ]] || continue
      kill -QUIT "$pid" 2>/dev/null || true
      wait_until 5 test ! -e "/proc/$pid" || kill -KILL "$pid" 2>/dev/null || true
    fi
  done
  rm -f "$PGDATA_DIR/postmaster.pid"
}

postgres_ready() {
  "$(postgres_bin)/pg_isready" -q -h 127.0.0.1 -p "$(port_of postgres)"
}

start_postgres() {
  local started
  started="$(now_ms)"
  if is_running postgres; then
    postgres_ready || await postgres 60 postgres_ready
    return
  fi
  choose_postgres_user
  [[ -f "$PGDATA_DIR/PG_VERSION" ]] || init_postgres
  clear_postgres_leftovers
  require_free_port postgres "$(port_of postgres)"
  launch postgres "${AS_POSTGRES[@]}" "$(postgres_bin)/postgres" -D "$PGDATA_DIR" \
    -c port="$(port_of postgres)" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=250 -c shared_buffers=128MB -c max_wal_size=2GB -c log_min_messages=warning \
    -c log_line_prefix='%m %u %d ' -c wal_compression=on
  await postgres 60 postgres_ready
  done_line postgres "$started" "127.0.0.1:$(port_of postgres)"
}

stop_postgres() { stop postgres INT; }

own_postgres() {
  printf 'Host=127.0.0.1;Port=%s;Username=postgres;Password=%s;Database=postgres' "$(port_of postgres)" "$(secret postgres)"
}

# shellcheck shell=bash
# The suite's own processes: each runs from a copy of its build below the state folder, so that a later build
# never changes files under a running process, and is restarted when its build or its settings have changed.

app_dll() { printf '%s/app/%s/SocialSelling.%s.dll' "$STATE" "$1" "${PROJECT[$1]}"; }

build_mark() { find "$(output_of "${PROJECT[$1]}")" -type f -printf '%P %s %T@\n' | LC_ALL=C sort | sha256sum | cut -c1-64; }

settings_mark() { settings_of "$1" | sha256sum | cut -c1-64; }

# install_app NAME: true when the copy has changed.
install_app() {
  local name="$1" target="$STATE/app/$1" mark
  mark="$(build_mark "$name")"
  [[ "$(cat "$target.mark" 2>/dev/null)" != "$mark" ]] || return 1
  rm -rf "$target.new"
  mkdir -p "$STATE/app"
  cp -a "$(output_of "${PROJECT[$name]}")" "$target.new"
  rm -rf "$target" "$target.mark"
  mv "$target.new" "$target"
  printf '%s' "$mark" >"$target.mark"
}

prepare_app() {
  local name="$1"
  if [[ "$(build_mark "$name")" != "$(cat "$STATE/app/$name.mark" 2>/dev/null)" ]] ||
    { is_running "$name" && [[ "$(settings_mark "$name")" != "$(cat "$RUN/$name.settings" 2>/dev/null)" ]]; }; then
    stop "$name"
  fi
  install_app "$name" || true
}

run_with_settings() {
  local name="$1" settings
  shift
  mapfile -t settings < <(settings_of "$name")
  (cd "$STATE/app/$name" && env "${settings[@]}" "$@")
}

# migrate NAME: the one-shot step, skipped when this very build has already been applied to our own server.
migrate() {
  local name="$1" stamp="$RUN/$1.migrated" mark owner
  mark="$(sha256sum <"$(app_dll "$name")" | cut -c1-64)"
  if ! given postgres && [[ "$(cat "$stamp" 2>/dev/null)" == "$mark" ]]; then
    return
  fi
  local started
  started="$(now_ms)"
  mapfile -t owner < <(migration_settings "$name")
  run_with_settings "$name" env "${owner[@]}" timeout 600 dotnet "$(app_dll "$name")" --migrate </dev/null >"$LOGS/$name-migrate.log" 2>&1 9>&- || {
    last_words "$LOGS/$name-migrate.log"
    die "the migration of $name failed: see $LOGS/$name-migrate.log"
  }
  printf '%s' "$mark" >"$stamp"
  done_line "migrate" "$started" "$name"
}

start_app() {
  local name="$1" settings
  is_running "$name" && return
  require_free_port "$name" "$(port_of "$name")"
  mapfile -t settings < <(settings_of "$name")
  (umask 077 && settings_mark "$name" >"$RUN/$name.settings")
  (cd "$STATE/app/$name" && launch "$name" env "${settings[@]}" dotnet "$(app_dll "$name")")
}

# await_ready STARTED_MS NAME...: until each answers "healthy" on /health/ready; says each as it comes.
# A service serves without RabbitMQ too, and calls that degraded: worth waiting for, but not for ever.
await_ready() {
  local started="$1" deadline=$(($(now_ms) + 90000)) patience=$(($(now_ms) + 40000)) name code pending=()
  shift
  while true; do
    pending=()
    while read -r code name; do
      if [[ $code == 200 ]]; then
        done_line "$name" "$started" "$(url_of "$name")"
      elif [[ $code == degraded ]] && (($(now_ms) > patience)); then
        done_line "$name" "$started" "$(url_of "$name") degraded: $(cat "$RUN/$name.health")"
      else
        is_running "$name" || died "$name"
        pending+=("$name")
      fi
    done < <(health_of "$@")
    ((${#pending[@]} > 0)) || return 0
    (($(now_ms) < deadline)) || not_ready "${pending[@]}"
    set -- "${pending[@]}"
    sleep 0.1
  done
}

# health_of NAME...: one line each, "CODE NAME", asked at the same time; "degraded NAME" for 200 with a reservation.
health_of() {
  local name code arguments=()
  for name in "$@"; do
    arguments+=(-o "$RUN/$name.health" -w "%{http_code} $name\n" "$(url_of "$name")/health/ready" --next -s --max-time 3)
  done
  # Curl gives every transfer its own options; the last, empty one is cut off.
  curl -s --max-time 3 -Z "${arguments[@]:0:${#arguments[@]}-4}" 2>/dev/null | while read -r code name; do
    [[ $code != 200 ]] || ! grep -q '^{"status":"degraded"' "$RUN/$name.health" || code=degraded
    printf '%s %s\n' "$code" "$name"
  done || true
}

not_ready() {
  local name
  for name in "$@"; do
    say "--- $name: $(curl -s --max-time 3 "$(url_of "$name")/health/ready" | head -c 600)"
    last_words "$LOGS/$name.log"
  done
  die "not ready within 90 s: $*"
}

stop_apps() {
  local name
  # The gateway first: nothing new comes in while the services drain.
  stop gateway
  for name in simulator mail-catcher "${SERVICES[@]}"; do
    stop "$name" &
  done
  wait
}

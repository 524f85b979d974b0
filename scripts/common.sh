# shellcheck shell=bash
# Paths, messages and small helpers that every part uses.

STATE="${SOCIALSELLING_STATE:-$ROOT/.dev}"
[[ $STATE == /* ]] || STATE="$PWD/$STATE"
RUN="$STATE/run"
LOGS="$STATE/log"
DATA="$STATE/data"

# Standard output carries only what a caller may want to evaluate; everything for the eye goes to standard error.
say() { printf '%s\n' "$*" >&2; }

die() {
  printf 'dev: %s\n' "$*" >&2
  exit 1
}

# The clock in milliseconds, without a process.
now_ms() {
  local now="$EPOCHREALTIME"
  now="${now/[.,]/}"
  printf '%s' "$((now / 1000))"
}

seconds_since() {
  local took=$(($(now_ms) - $1))
  printf '%d.%d s' "$((took / 1000))" "$((took % 1000 / 100))"
}

# done_line NAME STARTED_MS [NOTE]: one line of visible progress.
done_line() { printf '  %-14s %8s  %s\n' "$1" "$(seconds_since "$2")" "${3:-}" >&2; }

prepare_state() {
  mkdir -p "$RUN" "$LOGS" "$DATA"
  chmod 755 "$STATE" "$DATA"
}

# Only one command at a time changes a stack; a second one waits for the first.
lock_state() {
  prepare_state
  exec 9>"$STATE/lock"
  if ! flock -n 9; then
    say "waiting for another ./dev that works on $STATE"
    flock 9
  fi
}

# wait_until SECONDS COMMAND...: true as soon as the command is.
wait_until() {
  local deadline=$(($(now_ms) + $1 * 1000))
  shift
  until "$@"; do
    (($(now_ms) < deadline)) || return 1
    sleep 0.05
  done
}

# wait_all PID...: waits for background steps; fails when one of them failed.
wait_all() {
  local pid failed=0
  for pid in "$@"; do
    wait "$pid" || failed=1
  done
  return "$failed"
}

# shellcheck shell=bash
# What runs, where, how it is and what it takes.

# Proportional set size in MB: shared pages are counted once over all processes.
memory_of() { awk '/^Pss:/ { printf "%d MB", $2 / 1024 }' "/proc/$1/smaps_rollup" 2>/dev/null; }

server_health() {
  if "$1_ready" 2>/dev/null; then printf 'ready'; else printf 'no answer'; fi
}

status_line() {
  local name="$1" health="$2" pid
  if pid="$(pid_of "$name")"; then
    printf '%-12s %8s %6s  %-10s %s\n' "$name" "$pid" "$(port_of "$name")" "$health" "$(memory_of "$pid")"
  else
    printf '%-12s %8s %6s  %-10s\n' "$name" - "$(port_of "$name")" 'not running'
  fi
}

# Ends with 0 only when everything runs and is ready.
status_command() {
  local name code all=0
  [[ -d $RUN ]] || die "nothing has been started here yet: ./dev up"
  printf '%-12s %8s %6s  %-10s %s\n' PROCESS PID PORT HEALTH MEMORY
  for name in "${SERVERS[@]}"; do
    if given "$name"; then
      printf '%-12s %8s %6s  %-10s\n' "$name" - - 'given'
    elif is_running "$name"; then
      status_line "$name" "$(server_health "$name")"
    else
      status_line "$name" ''
      all=1
    fi
  done
  while read -r code name; do
    [[ $code == 200 ]] || all=1
    case "$code" in
      200) status_line "$name" ready ;;
      000) status_line "$name" 'no answer' ;;
      *) status_line "$name" "$code" ;;
    esac
  done < <(health_of "${APPS[@]}" | sort -k2)
  return "$all"
}

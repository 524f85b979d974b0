# shellcheck shell=bash
# Processes of our own. A pidfile holds the pid and the process's start time, so that a pid the
# system gave to somebody else in the meantime is never taken for ours.

start_time_of() {
  local stat
  stat="$(cat "/proc/$1/stat" 2>/dev/null)" || return 1
  # The name in parentheses may hold blanks: count the fields behind it. Z is a process nobody waited for.
  read -r -a stat <<<"${stat##*) }"
  [[ ${stat[0]} != Z ]] && printf '%s' "${stat[19]}"
}

# pid_of NAME: the pid when the process we started still lives.
pid_of() {
  local pid started
  { read -r pid && read -r started; } 2>/dev/null <"$RUN/$1.pid" || return 1
  [[ "$(start_time_of "$pid")" == "$started" ]] && printf '%s' "$pid"
}

is_running() { pid_of "$1" >/dev/null; }

# launch NAME COMMAND...: detached from the terminal and from our lock, output into the log.
launch() {
  local name="$1" log="$LOGS/$1.log"
  shift
  [[ -s "$log" ]] && mv "$log" "$log.1"
  rm -f "$RUN/$name.pid"
  # shellcheck disable=SC2016 # expanded by the inner shell, whose pid the program keeps
  setsid bash -c '
    read -r -a stat <<<"$(sed "s/.*) //" /proc/$$/stat)"
    printf "%s\n%s\n" "$$" "${stat[19]}" >"$1.new"
    mv "$1.new" "$1"
    shift
    exec "$@"' launch "$RUN/$name.pid" "$@" </dev/null >"$log" 2>&1 9>&- &
  wait_until 5 test -s "$RUN/$name.pid" || die "$name could not be launched: see $log"
}

has_ended() { ! is_running "$1"; }

# stop NAME [SIGNAL] [SECONDS]: asks, waits, then insists; nothing that we did not start.
stop() {
  local name="$1" signal="${2:-TERM}" seconds="${3:-20}" pid
  if pid="$(pid_of "$name")"; then
    kill "-$signal" "$pid" 2>/dev/null || true
    if ! wait_until "$seconds" has_ended "$name"; then
      say "  $name did not end within $seconds s and is killed"
      kill -KILL "$pid" 2>/dev/null || true
      wait_until 5 has_ended "$name" || true
    fi
  fi
  rm -f "$RUN/$name.pid"
}

# last_words FILE: what a log ends with; of JSON lines the first line of what went wrong.
last_words() {
  say "--- the end of $1"
  if grep -q '^{"time"' "$1" 2>/dev/null; then
    grep -E '"level":"(error|critical)"|^[^{]' "$1" | tail -n 6 |
      sed -E 's/^\{"time":"[^"]*","level":"([^"]*)".*"message":"/\1: /; s/","values":\{.*"exception":"|","exception":"/: /; s/(\\n|","values").*//' |
      cut -c1-400 >&2
  else
    tail -n 15 "$1" >&2 || true
  fi
}

# died NAME: the last words of a process that should be running.
died() {
  last_words "$LOGS/$1.log"
  die "$1 did not start: see $LOGS/$1.log"
}

# await NAME SECONDS COMMAND...: until the command is true, at once an error when the process ends.
await() {
  local name="$1" deadline=$(($(now_ms) + $2 * 1000))
  shift 2
  until "$@"; do
    is_running "$name" || died "$name"
    (($(now_ms) < deadline)) || died "$name"
    sleep 0.05
  done
}

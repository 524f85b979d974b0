# shellcheck shell=bash
# One base, fixed distances: two stacks with different bases never meet.

PORT_BASE="${SOCIALSELLING_PORT_BASE:-7100}"

declare -A PORT_OFFSET=(
  [gateway]=0 [identity]=1 [accounts]=2 [instagram]=3 [messaging]=4 [publisher]=5 [analytics]=6
  [simulator]=10 [mail-catcher]=11 [smtp]=12 [postgres]=32 [epmd]=69 [rabbitmq]=72 [rabbitmq-dist]=73 [redis]=79
  [swift]=80 [swift-account]=81 [swift-container]=82 [swift-object]=83
)

port_of() { printf '%s' "$((PORT_BASE + PORT_OFFSET[$1]))"; }

# The inode of the socket that listens on a port, empty when nobody does.
listening_inode() {
  local hex
  printf -v hex '%04X' "$1"
  awk -v port=":$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { print $10; exit }' \
    /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# port_holder PORT: "pid 12 (name)" of the process that listens there.
port_holder() {
  local inode link pid
  inode="$(listening_inode "$1")"
  for link in /proc/[0-9]*/fd/*; do
    if [[ "$(readlink "$link" 2>/dev/null)" == "socket:[$inode]" ]]; then
      pid="${link#/proc/}"
      pid="${pid%%/*}"
      printf 'pid %s (%s)' "$pid" "$(tr '\0' ' ' <"/proc/$pid/cmdline" | cut -c1-120)"
      return
    fi
  done
  printf 'a process of another user'
}

# require_free_port NAME PORT
require_free_port() {
  [[ -z "$(listening_inode "$2")" ]] && return
  die "port $2 for $1 is taken by $(port_holder "$2"); end that process, or move the stack: SOCIALSELLING_PORT_BASE=<another> ./dev ..."
}

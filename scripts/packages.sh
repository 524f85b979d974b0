# shellcheck shell=bash
# What the machine lacks comes from the distribution's own packages.

have() { command -v "$1" >/dev/null 2>&1; }

postgres_bin() {
  local dir
  for dir in /usr/lib/postgresql/*/bin; do
    [[ -x "$dir/initdb" ]] && printf '%s\n' "$dir"
  done | sort -V | tail -n 1
}

missing_server_packages() {
  if given postgres; then
    have psql || printf 'postgresql-client\n'
  else
    [[ -n "$(postgres_bin)" ]] || printf 'postgresql\n'
  fi
  given redis || have redis-server || printf 'redis-server\n'
  given rabbitmq || [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] || printf 'rabbitmq-server\n'
  have curl || printf 'curl\n'
  have vipsthumbnail || printf 'libvips-tools\n'
}

# install_packages PACKAGE...
install_packages() {
  (($# > 0)) || return 0
  local as_root=()
  if ((EUID != 0)); then
    if have sudo && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    elif have sudo && [[ -t 0 ]]; then
      as_root=(sudo)
    else
      die "missing packages; run as root: apt-get install -y --no-install-recommends $*"
    fi
  fi
  have apt-get || die "missing: $* (apt-get is not here; install them with this system's package manager)"
  say "installing $*"
  (
    forbid_server_starts
    apt_install "$@" || { "${as_root[@]}" apt-get update -q >&2 && apt_install "$@"; }
  ) || die "apt-get could not install: $*"
}

# Servers must not be started by their packages: the stack runs its own. Ends with the calling subshell.
forbid_server_starts() {
  local policy=/usr/sbin/policy-rc.d
  [[ ! -e $policy ]] || return 0
  # shellcheck disable=SC2064 # the values of now
  trap "${as_root[*]} rm -f $policy" EXIT
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod 755 "$policy"
}

apt_install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}

install_missing() {
  local packages
  mapfile -t packages < <("$@")
  install_packages "${packages[@]}"
}

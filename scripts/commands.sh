# shellcheck shell=bash
# The short commands.

logs_command() {
  local name="${1:-}"
  if [[ -z $name || ! -f "$LOGS/$name.log" ]]; then
    say "usage: ./dev logs NAME [options of tail, such as -f]; there are:"
    find "$LOGS" -name '*.log' -printf '  %f\n' 2>/dev/null | sed 's/\.log$//' | sort >&2
    exit 1
  fi
  shift
  tail "${@:--n200}" "$LOGS/$name.log"
}

# Deletes only what looks like a state folder of ours.
reset_command() {
  if [[ ! -e $STATE ]]; then
    say "nothing to delete"
    return
  fi
  [[ -d $RUN && -f "$STATE/lock" ]] || die "$STATE does not look like a state folder: not deleted"
  down_command
  rm -rf "$STATE"
  say "deleted $STATE"
}

ensure_up() {
  (up_command) || exit 1
  export_servers
  export SOCIALSELLING_STATE="$STATE" SOCIALSELLING_PORT_BASE="$PORT_BASE"
  SOCIALSELLING_GATEWAY="$(url_of gateway)"
  SOCIALSELLING_SIMULATOR="$(url_of simulator)"
  SOCIALSELLING_META_APP_SECRET="$(secret meta-app-secret)"
  export SOCIALSELLING_GATEWAY SOCIALSELLING_SIMULATOR SOCIALSELLING_META_APP_SECRET
  export SOCIALSELLING_DEV="$ROOT/dev"
}

demo_command() {
  build demo "$ROOT/tools/demo/SocialSelling.Demo.csproj" "$ROOT/tools/demo"
  ensure_up
  dotnet "$(output_of Demo)/SocialSelling.Demo.dll" "$@"
}

missing_bench_packages() {
  have wrk || printf 'wrk\n'
  have nginx || [[ -x /usr/sbin/nginx ]] || printf 'nginx-light\n'
}

bench_command() {
  install_missing missing_bench_packages
  build bench "$ROOT/tests/load/SocialSelling.Load.csproj" "$ROOT/tests/load" "$ROOT/tools/demo"
  ensure_up
  PATH="$PATH:/usr/sbin" dotnet "$(output_of Load)/SocialSelling.Load.dll" "$@"
}

# keys rotate|reseal: beside the running service, which learns of it within half a minute.
keys_command() {
  local option
  case "${1:-}" in
    rotate) option=--rotate-signing-keys ;;
    reseal) option=--reseal ;;
    *) die "usage: ./dev keys rotate | reseal" ;;
  esac
  identity_command "$option" </dev/null
}

# audit: the chains of the audit log, each from its beginning; ends with 1 where one is broken.
audit_command() {
  identity_command --verify-audit </dev/null
}

# admin EMAIL: makes the user an administrator of the platform; a password for a new one may come on standard input.
admin_command() {
  [[ ${1:-} == *@* ]] || die "usage: ./dev admin EMAIL"
  if [[ -t 0 ]]; then
    identity_command --create-admin "$1" </dev/null
  else
    identity_command --create-admin "$1"
  fi
}

identity_command() {
  [[ -f "$(app_dll identity)" ]] || die "there is no stack yet: ./dev up"
  export_servers
  run_with_settings identity dotnet "$(app_dll identity)" "$@" 9>&-
}

docs_command() {
  local service
  for service in "${SERVICES[@]}"; do
    say "  $service"
    dotnet build "$ROOT/services/$service" -c Release --nologo -v quiet -p:UpdateApiDocs=true >&2 || die "the build of $service failed"
  done
}

migrations_command() {
  [[ ${1:-} == add && -n ${2:-} && -n ${3:-} ]] || die "usage: ./dev migrations add SERVICE NAME"
  is_service "$2" || die "no such service: $2 (there are: ${SERVICES[*]})"
  cd "$ROOT" || exit
  dotnet tool restore >&2
  dotnet ef migrations add "$3" --project "services/$2" --output-dir Data/Migrations
}

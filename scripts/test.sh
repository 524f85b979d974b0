# shellcheck shell=bash
# Every test project on real servers of its own, beside whatever stack is running.

PASSED=0
FAILED=0
BROKEN=()

missing_test_packages() {
  missing_server_packages
  given s3 || missing_swift_packages
  have shellcheck || printf 'shellcheck\n'
}

# The tests have a state folder and ports of their own: the command starts once more with them.
test_command() {
  SOCIALSELLING_STATE="$STATE/test" SOCIALSELLING_PORT_BASE="$((PORT_BASE + 400))" exec "$ROOT/dev" run-tests "$@"
}

run_tests_command() {
  local filter="${1:-}" began project projects
  began="$(now_ms)"
  lock_state
  install_missing missing_test_packages
  build_everything
  mapfile -t projects < <(chosen_projects "$filter")
  trap stop_test_servers EXIT
  trap 'exit 130' INT TERM
  start_test_servers
  given rabbitmq || make_vhosts "${projects[@]}"
  [[ -n $filter ]] || check_scripts
  for project in "${projects[@]}"; do
    run_project "$project" "$filter"
  done
  report_tests "$began"
}

test_projects() { find "$ROOT/tests" -mindepth 2 -maxdepth 2 -name '*.Tests.csproj' | LC_ALL=C sort; }

is_folder() { [[ -n $1 && -d "$ROOT/tests/$1" ]]; }

# chosen_projects FILTER: the one in that folder; all when it names none, for then it chooses tests.
chosen_projects() {
  if is_folder "$1"; then
    test_projects | grep -F "/tests/$1/"
  else
    test_projects
  fi
}

start_test_servers() {
  local swift=''
  mkdir -p "$LOGS/tests"
  # Whatever an interrupted run left behind is ended, and its data is gone.
  stop_swift && stop_servers
  rm -rf "$DATA" && mkdir -p "$DATA"
  given s3 || { start_swift & swift=$!; }
  start_servers
  [[ -z $swift ]] || wait "$swift" || die "swift is not up"
  export SOCIALSELLING_S3="${SOCIALSELLING_S3:-$(own_s3)}"
}

stop_test_servers() {
  local status=$?
  trap - EXIT INT TERM
  stop_e2e_stack
  stop_swift
  stop_servers
  exit "$status"
}

# The stack of the end-to-end tests, when they could not end it themselves.
stop_e2e_stack() {
  [[ ! -d "$ROOT/.dev/e2e/run" ]] ||
    SOCIALSELLING_STATE="$ROOT/.dev/e2e" SOCIALSELLING_PORT_BASE=7300 "$ROOT/dev" down 9>&- 2>/dev/null
}

vhost_of() { printf 'test-%s' "$(folder_of "$1")"; }

folder_of() { basename "$(dirname "$1")"; }

# One call for all: every rabbitmqctl starts a virtual machine of its own.
make_vhosts() {
  local project names=()
  for project in "$@"; do
    names+=("<<\"$(vhost_of "$project")\">>")
  done
  rabbitmqctl eval "[begin rabbit_vhost:add(V, <<\"dev\">>),
    rabbit_auth_backend_internal:set_permissions(<<\"socialselling\">>, V, <<\".*\">>, <<\".*\">>, <<\".*\">>, <<\"dev\">>)
    end || V <- [$(IFS=, && printf '%s' "${names[*]}")]]." >/dev/null
}

check_scripts() {
  say "--- scripts"
  if (cd "$ROOT" && shellcheck -x dev .ci/run scripts/*.sh deploy/healthy deploy/compose/make-env deploy/compose/*/*.sh >&2); then
    PASSED=$((PASSED + 1))
  else
    FAILED=$((FAILED + 1))
  fi
}

# test_environment PROJECT: the arguments of env for one project.
test_environment() {
  if [[ $(folder_of "$1") == e2e ]]; then
    # Those tests start whole stacks, with servers of their own that they kill.
    printf '%s\n' -u SOCIALSELLING_POSTGRES -u SOCIALSELLING_REDIS -u SOCIALSELLING_RABBITMQ -u SOCIALSELLING_S3 \
      "ArtifactsPath=$ARTIFACTS"
    return
  fi
  printf '%s\n' "SOCIALSELLING_POSTGRES=${SOCIALSELLING_POSTGRES:-$(own_postgres)}" \
    "SOCIALSELLING_REDIS=${SOCIALSELLING_REDIS:-$(own_redis)}" \
    "SOCIALSELLING_RABBITMQ=${SOCIALSELLING_RABBITMQ:-$(own_rabbitmq "$(vhost_of "$1")")}"
}

filter_options() {
  [[ -n $1 ]] && ! is_folder "$1" || return 0
  case "$1" in
    *[=~]*) printf '%s\n' --filter "$1" ;;
    *) printf '%s\n' --filter "FullyQualifiedName~$1" ;;
  esac
}

run_project() {
  local project="$1" name results started environment filter status=0 passed failed
  name="$(folder_of "$project")"
  results="$LOGS/tests/$name.trx"
  started="$(now_ms)"
  mapfile -t environment < <(test_environment "$project")
  mapfile -t filter < <(filter_options "$2")
  say "--- $name"
  rm -f "$results"
  env "${environment[@]}" timeout --foreground 20m dotnet test "$project" --no-build -c Release --nologo \
    --results-directory "$LOGS/tests" --logger "trx;LogFileName=$name.trx" "${filter[@]}" </dev/null >&2 9>&- || status=$?
  read -r passed failed < <(count_results "$results")
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  # Green only when it ended well and ran something; a chosen test lives in one project only.
  if ((status != 0 && failed == 0)) || { ((passed + failed == 0)) && ((${#filter[@]} == 0)); }; then
    BROKEN+=("$name")
  fi
  done_line "$name" "$started" "$passed passed, $failed failed"
}

count_results() {
  local counters=''
  [[ ! -f $1 ]] || counters="$(grep -o '<Counters [^>]*' "$1" | tail -n 1)"
  printf '%s %s\n' "$(attribute passed "$counters")" "$(attribute failed "$counters")"
}

attribute() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2" | grep . || printf 0; }

report_tests() {
  local name
  for name in "${BROKEN[@]}"; do
    say "$name: crashed, or ran nothing"
    FAILED=$((FAILED + 1))
  done
  ((PASSED + FAILED > 0)) || die "no test was run"
  say "in $(seconds_since "$1")"
  printf '%s passed, %s failed\n' "$PASSED" "$FAILED"
  ((FAILED == 0))
}

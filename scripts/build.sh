# shellcheck shell=bash
# Building, only when a source file is newer than the last build.

ARTIFACTS="${ArtifactsPath:-$ROOT/artifacts}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# built_since STAMP PATH...: nothing below the paths has changed since.
built_since() {
  local stamp="$1"
  shift
  [[ -f $stamp ]] && [[ -z "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

shared_sources() {
  printf '%s\n' "$ROOT"/Directory.* "$ROOT/global.json" "$ROOT/.editorconfig" "$ROOT/shared"
}

# build NAME TARGET SOURCE...: Release; the output goes to a log, each finished project is one line of progress.
build() {
  local name="$1" target="$2" stamp="$ARTIFACTS/.built-$1" started log="$LOGS/build-$1.log" sources
  shift 2
  mapfile -t sources < <(shared_sources)
  built_since "$stamp" "${sources[@]}" "$@" && return
  have dotnet || die "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
  started="$(now_ms)"
  say "  building $name (Release)"
  mkdir -p "$ARTIFACTS"
  mkdir -p "$LOGS"
  touch "$stamp.new"
  run_build "$log" "$target" || { grep -E 'error|warn' "$log" | sort -u | cut -c1-300 | head -n 20 >&2; die "the build failed: see $log"; }
  mv "$stamp.new" "$stamp"
  done_line build "$started" "$name"
}

# The build servers outlive the build: they must hold neither our lock nor a caller's pipe.
run_build() {
  local log="$1" pid shown=0 line options=(-c Release --nologo -v minimal)
  shift
  [[ "${CI:-}" != true ]] || options+=(-p:RestoreLockedMode=true)
  dotnet build "$@" "${options[@]}" </dev/null >"$log" 2>&1 9>&- &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    show_progress "$log"
    sleep 0.3
  done
  show_progress "$log"
  wait "$pid"
}

show_progress() {
  local lines=()
  mapfile -t -s "$shown" lines < <(grep -E '^ *[A-Za-z0-9.]+ -> ' "$1")
  for line in "${lines[@]}"; do
    say "    ${line%% ->*}"
  done
  shown=$((shown + ${#lines[@]}))
}

build_suite() {
  build suite "$ROOT/scripts/suite.slnf" "$ROOT/services" "$ROOT/gateway" "$ROOT/tools/meta-simulator" "$ROOT/tools/mail-catcher" "$ROOT/docs/api"
}

build_everything() {
  build everything "$ROOT/SocialSelling.sln" "$ROOT/SocialSelling.sln" "$ROOT/services" "$ROOT/gateway" "$ROOT/tools" "$ROOT/tests" "$ROOT/docs/api"
  # The suite is a part of everything.
  cp -p "$ARTIFACTS/.built-everything" "$ARTIFACTS/.built-suite"
}

output_of() { printf '%s/bin/SocialSelling.%s/release' "$ARTIFACTS" "$1"; }

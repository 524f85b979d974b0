# shellcheck shell=bash
# Every secret of a development stack is random, made once and kept under the state folder.

# random_text: 32 letters and digits, safe in URLs and connection strings.
random_text() { head -c 512 /dev/urandom | base64 -w0 | tr -dc 'A-Za-z0-9' | head -c 32; }

random_key() { head -c 32 /dev/urandom | base64 -w0; }

# secret NAME [text|key]
secret() {
  local file="$STATE/secrets/$1"
  if [[ ! -s "$file" ]]; then
    mkdir -p "$STATE/secrets"
    chmod 700 "$STATE/secrets"
    (umask 077 && "random_${2:-text}" >"$file.$BASHPID" && mv -n "$file.$BASHPID" "$file")
  fi
  cat "$file"
}

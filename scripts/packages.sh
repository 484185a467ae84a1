# Packages of the operating system; sourced after env.sh.
# shellcheck shell=bash

# Installs packages, named as Debian names them, or says what to type and gives up.
install_packages() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends)
  if command -v apt-get >/dev/null; then
    [[ $EUID -eq 0 ]] || die "missing: $*. Install with: sudo apt-get install -y $*"
    say "installing $*"
    # The lists may be old or not there at all.
    "${apt[@]}" "$@" >/dev/null 2>&1 || { apt-get update -qq && "${apt[@]}" "$@"; }
  elif command -v dnf >/dev/null; then
    local names=("${@/fonts-noto-cjk/google-noto-sans-cjk-fonts}")
    names=("${names[@]/firefox-esr/firefox}")
    die "missing: $*. Install with: sudo dnf install -y ${names[*]}"
  elif command -v pacman >/dev/null; then
    local names=("${@/fonts-noto-cjk/noto-fonts-cjk}")
    names=("${names[@]/firefox-esr/firefox}")
    die "missing: $*. Install with: sudo pacman -S ${names[*]}"
  else
    die "missing: $* (Debian's names). Install with this system's package manager, then run this again"
  fi
}

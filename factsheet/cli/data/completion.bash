_factsheet() {
  local words
  case "${COMP_WORDS[1]}" in
@cases@
  esac
  ((COMP_CWORD == 1)) && words='@commands@'
  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _factsheet factsheet

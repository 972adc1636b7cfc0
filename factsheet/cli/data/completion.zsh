_factsheet() {
  local command=$words[2] words
  case "$command" in
@cases@
  esac
  (( CURRENT == 2 )) && words='@commands@'
  compadd -- ${=words}
  _files
}
compdef _factsheet factsheet

export const SHELLS = ['bash', 'zsh', 'fish']

/**
 * The completion of one shell, made from the table of commands: command words, options of the
 * command at hand, and the fixed words that it takes.
 */
export function completionFor(shell, commands, shared) {
  const table = commands.map(({ name, summary, options, words = [] }) => ({
    name,
    summary,
    words,
    options: Object.entries({ ...options, ...shared }).map(([option, { says }]) => ({
      option,
      says,
    })),
  }))
  return { bash, zsh, fish }[shell](table)
}

const firstWords = (table) => [...new Set(table.map(({ name }) => name.split(' ')[0]))]
const secondWords = (table, first) =>
  table.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []))
const groups = (table) => firstWords(table).filter((word) => secondWords(table, word).length > 0)

function bash(table) {
  const cases = table.map(
    ({ name, options, words }) =>
      `    '${name}') words='${[...words, ...options.map(({ option }) => `--${option}`)].join(' ')}' ;;`,
  )
  const grouped = groups(table).map(
    (first) =>
      `  if [ "$COMP_CWORD" -eq 2 ] && [ "\${COMP_WORDS[1]}" = ${first} ]; then\n    COMPREPLY=($(compgen -W '${secondWords(table, first).join(' ')}' -- "$current")); return\n  fi`,
  )
  return `_rollcall() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${firstWords(table).join(' ')} help' -- "$current")); return
  fi
${grouped.join('\n')}
  case "$command" in ${groups(table).join('|')}) command="$command \${COMP_WORDS[2]}" ;; esac
  case "$command" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _rollcall rollcall
`
}

const quoted = (text) => text.replaceAll("'", "'\\''")

function zsh(table) {
  const described = (choices) =>
    choices.map(([word, says]) => `'${word}:${quoted(says).replaceAll(':', '\\:')}'`).join(' ')
  const firsts = firstWords(table).map((word) => [
    word,
    table.find(({ name }) => name === word)?.summary ?? `The ${word} log`,
  ])
  const cases = table.map(({ name, options, words }) => {
    const given = words.map((word) => [word, word])
    const all = [...given, ...options.map(({ option, says }) => [`--${option}`, says])]
    return `    '${name}') choices=(${described(all)}) ;;`
  })
  const grouped = groups(table).map((first) => {
    const seconds = table.flatMap(({ name, summary }) =>
      name.startsWith(`${first} `) ? [[name.slice(first.length + 1), summary]] : [],
    )
    return `  if (( CURRENT == 3 )) && [[ "$words[2]" == ${first} ]]; then
    choices=(${described(seconds)}); _describe command choices; return
  fi`
  })
  return `#compdef rollcall
_rollcall() {
  local -a choices
  local command="$words[2]"
  if (( CURRENT == 2 )); then
    choices=(${described(firsts)} 'help:What the commands are'); _describe command choices; return
  fi
${grouped.join('\n')}
  case "$command" in ${groups(table).join('|')}) command="$command $words[3]" ;; esac
  case "$command" in
${cases.join('\n')}
  esac
  _describe option choices
  _files
}
if [[ "$funcstack[1]" == _rollcall ]]; then _rollcall "$@"; else compdef _rollcall rollcall; fi
`
}

function fish(table) {
  const lines = [
    'function __rollcall_is',
    '  string match -qr -- "^rollcall $argv[1]( |\\$)" (string join \' \' (commandline -opc))',
    'end',
  ]
  const say = (condition, rest) => lines.push(`complete -c rollcall -n "${condition}" ${rest}`)
  for (const first of firstWords(table)) {
    const summary = table.find(({ name }) => name === first)?.summary ?? `The ${first} log`
    say('__fish_is_nth_token 1', `-f -a ${first} -d '${quoted(summary)}'`)
    for (const second of secondWords(table, first)) {
      say(`__fish_is_nth_token 2; and __rollcall_is ${first}`, `-f -a ${second}`)
    }
  }
  for (const { name, options, words } of table) {
    for (const word of words) say(`__rollcall_is '${name}'`, `-f -a ${word}`)
    for (const { option, says } of options) {
      say(`__rollcall_is '${name}'`, `-l ${option} -d '${quoted(says)}'`)
    }
  }
  return `${lines.join('\n')}\n`
}

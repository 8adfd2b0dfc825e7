const EXIT_CODES = `Exit codes: 0 done; 1 refused or failed; 2 used wrongly; 3 checks not passed; 4 not signed
in or not allowed; 5 Rollcall cannot be reached.`

/** What there is, when no command was named. */
export function overviewHelp(commands, shared) {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return `usage: rollcall COMMAND [OPTIONS]

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

Every command takes:
${optionLines(shared)}

Where Rollcall is and who you are also comes from ROLLCALL_URL and ROLLCALL_TOKEN or
ROLLCALL_TOKEN_FILE. \`rollcall COMMAND --help\` says more of each.

${EXIT_CODES}
`
}

/** What one command takes. */
export function commandHelp({ name, args, summary, options, examples }, shared) {
  return `usage: rollcall ${name}${args ? ` ${args}` : ''} [OPTIONS]

${summary}.

${optionLines({ ...options, ...shared })}

Examples:
${examples.map((example) => `  ${example}`).join('\n')}

${EXIT_CODES}
`
}

function optionLines(options) {
  const lines = Object.entries(options).map(([name, { short, value, says }]) => [
    `  ${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
    says,
  ])
  const width = Math.max(...lines.map(([left]) => left.length))
  return lines.map(([left, says]) => `${left.padEnd(width)}  ${says}`).join('\n')
}

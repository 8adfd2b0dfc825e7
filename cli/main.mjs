import { parseArgs } from 'node:util'
import { auditTailCommand } from './commands/audit-tail.mjs'
import { auditVerifyCommand } from './commands/audit-verify.mjs'
import { completionCommand } from './commands/completion.mjs'
import { flipCommand } from './commands/flip.mjs'
import { importCommand } from './commands/import.mjs'
import { rollbackCommand } from './commands/rollback.mjs'
import { signCommand } from './commands/sign.mjs'
import { statusCommand } from './commands/status.mjs'
import { connect } from './connection.mjs'
import { commandHelp, overviewHelp } from './help.mjs'
import { EXIT, Failure, misused } from './outcome.mjs'
import { checkLines, clean } from './print.mjs'

const COMMANDS = [
  importCommand,
  statusCommand,
  flipCommand,
  rollbackCommand,
  signCommand,
  auditVerifyCommand,
  auditTailCommand,
  completionCommand,
]

const SHARED = {
  url: {
    type: 'string',
    value: 'URL',
    says: 'where Rollcall is; http://localhost:3000 unless told',
  },
  'token-file': { type: 'string', value: 'FILE', says: 'a file that holds the token' },
  json: { type: 'boolean', says: 'answer as JSON, also what is refused' },
  help: { type: 'boolean', short: 'h', says: 'say what this takes' },
}

/** Runs one command line; answers the exit code. */
export async function main(line) {
  try {
    return await run(line)
  } catch (error) {
    if (!(error instanceof Failure)) {
      process.stderr.write(`rollcall: ${clean(error.stack ?? error)}\n`)
      return EXIT.refused
    }
    tell(error, line.includes('--json'))
    return error.code
  }
}

/** A failure for a person, with the checks that hold and who can clear them, or for a program. */
function tell({ message, problem }, asJson) {
  if (asJson && problem !== null) print(problem)
  const holding = asJson || !/\/checks-not-passed$/.test(problem?.type) ? [] : holdingLines(problem)
  process.stderr.write(`${[`rollcall: ${clean(message)}`, ...holding].join('\n')}\n`)
}

const holdingLines = ({ checks }) =>
  checkLines(checks.filter(({ passed, binds }) => binds && !passed)).map(clean)

async function run(line) {
  const [first] = line
  if (first === undefined) {
    process.stderr.write(overviewHelp(COMMANDS, SHARED))
    return EXIT.usage
  }
  if (first === 'help' || first === '--help' || first === '-h') {
    process.stdout.write(overviewHelp(COMMANDS, SHARED))
    return EXIT.done
  }
  const command = COMMANDS.find(({ name }) =>
    name.split(' ').every((word, at) => line[at] === word),
  )
  if (command === undefined) {
    const near = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
    const what = near.length > 0 ? `Say which: ${near.join(', ')}.` : 'See rollcall --help.'
    throw misused(
      `There is no command "${line.slice(0, near.length > 0 ? 2 : 1).join(' ')}". ${what}`,
    )
  }
  const { values: options, positionals: args } = parsed(command, line)
  if (options.help) {
    process.stdout.write(commandHelp(command, SHARED))
    return EXIT.done
  }
  const json = options.json === true
  const api = command.offline ? null : connect(options)
  const answer = await command.run({ api, args, options, json, commands: COMMANDS, shared: SHARED })
  if (json && answer !== undefined) print(answer)
  return EXIT.done
}

function parsed(command, line) {
  const known = { ...command.options, ...SHARED }
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { type, short }]) => [
      name,
      { type, ...(short ? { short } : {}) },
    ]),
  )
  const args = line.slice(command.name.split(' ').length)
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw misused(`${error.message.split('. To specify')[0]}. See rollcall ${command.name} --help.`)
  }
}

function print(answer) {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
}

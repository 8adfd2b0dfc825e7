import { EXIT, Failure, misused } from '../outcome.mjs'
import { checkLines, say } from '../print.mjs'

export const flipCommand = {
  name: 'flip',
  args: 'TOGGLE ENVIRONMENT',
  summary: 'Changes the state of a toggle in one environment',
  options: {
    on: { type: 'boolean', says: 'let everybody in' },
    off: { type: 'boolean', says: 'let nobody in; never held' },
    percentage: { type: 'string', value: 'NUMBER', says: 'this percentage of actors, 0 to 100' },
    'percentage-of-time': { type: 'string', value: 'NUMBER', says: 'this percentage of the time' },
    actors: { type: 'string', value: 'ACTOR,ACTOR', says: 'exactly these named actors' },
    groups: { type: 'string', value: 'GROUP,GROUP', says: 'exactly these groups' },
    reason: { type: 'string', value: 'TEXT', says: 'why; kept with the change' },
    'expected-version': {
      type: 'string',
      value: 'NUMBER',
      says: 'refuse when somebody changed it since',
    },
    'override-reason': {
      type: 'string',
      value: 'TEXT',
      says: 'go ahead although checks fail; reviewed by a second person',
    },
    'incident-link': {
      type: 'string',
      value: 'URL',
      says: 'the incident that the override serves',
    },
    'dry-run': { type: 'boolean', says: 'say what would change and which checks it meets' },
  },
  examples: [
    'rollcall flip new_intake_form production --percentage 25 --dry-run',
    'rollcall flip new_intake_form production --percentage 25 --reason "Second stage"',
    'rollcall flip new_intake_form production --off --reason "Errors doubled"',
  ],
  async run({ api, args, options, json }) {
    const [toggle, environment] = args
    if (args.length !== 2) throw misused('Name a toggle and an environment.')
    const patch = patchOf(options)
    const path = `/toggles/${encodeURIComponent(toggle)}/environments/${encodeURIComponent(environment)}`
    if (options['dry-run']) return propose({ api, path, patch, toggle, environment, json })
    if (!options.reason) throw misused('Say why, with --reason.')
    const override = overrideOf(options)
    const version = options['expected-version']
    const answer = await api.call('PATCH', path, {
      body: {
        ...patch,
        reason: options.reason,
        ...(version === undefined
          ? {}
          : { expected_version: numberOf('expected-version', version) }),
        ...(override === null ? {} : { override }),
      },
    })
    if (json) return answer
    const { words } = await api.call('GET', path)
    const entry = answer.seq === null ? 'Nothing had to change' : `Entry ${answer.seq}`
    say(`${toggle} in ${environment}: ${words}, version ${answer.version}. ${entry}.`)
  },
}

async function propose({ api, path, patch, toggle, environment, json }) {
  const proposal = await api.call('POST', `${path}/proposal`, { body: patch })
  const held = proposal.checks.some(({ passed, binds }) => binds && !passed)
  if (!json) {
    say(`${toggle} in ${environment}: ${proposal.from} → ${proposal.to} (${proposal.direction}).`)
    say(...checkLines(proposal.checks))
    if (!proposal.allowed) say(`You may not make it; ask ${proposal.allowed_to}.`)
    say('Nothing was changed.')
  }
  if (held) throw new Failure(EXIT.checksNotPassed, 'Checks hold this flip.', proposal)
  if (!proposal.allowed) throw new Failure(EXIT.notAllowed, 'You may not make this flip.', proposal)
  return proposal
}

function patchOf({ on, off, percentage, 'percentage-of-time': time, actors, groups }) {
  if (on && off) throw misused('--on and --off exclude each other.')
  const patch = {}
  if (on || off) patch.boolean = Boolean(on)
  if (percentage !== undefined) patch.percentage_of_actors = numberOf('percentage', percentage)
  if (time !== undefined) patch.percentage_of_time = numberOf('percentage-of-time', time)
  if (actors !== undefined) patch.actors = listOf(actors)
  if (groups !== undefined) patch.groups = listOf(groups)
  if (Object.keys(patch).length > 0) return patch
  throw misused(
    'Say what to change: --on, --off, --percentage, --actors, --groups or --percentage-of-time.',
  )
}

function overrideOf({ 'override-reason': reason, 'incident-link': link }) {
  if (reason === undefined && link === undefined) return null
  if (reason === undefined) throw misused('--incident-link goes with --override-reason.')
  return { reason, ...(link === undefined ? {} : { incident_link: link }) }
}

function numberOf(name, text) {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isFinite(number)) return number
  throw misused(`--${name} takes a number, not "${text}".`)
}

function listOf(text) {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

import { EXIT, Failure, misused } from '../outcome.mjs'
import { checkLines, say } from '../print.mjs'

export const rollbackCommand = {
  name: 'rollback',
  args: 'TOGGLE ENVIRONMENT | --plan PLAN',
  summary: 'Restores the state before the newest flip, or all that was flipped for a plan',
  options: {
    reason: { type: 'string', value: 'TEXT', says: 'why; kept with the change' },
    plan: {
      type: 'string',
      value: 'PLAN',
      says: 'roll back everything flipped for this plan since its launch',
    },
    environment: { type: 'string', value: 'ENVIRONMENT', says: 'with --plan: only there' },
    'to-version': { type: 'string', value: 'NUMBER', says: 'the state at this version' },
    'to-before': { type: 'string', value: 'ENTRY', says: 'the state before this entry of the log' },
    'dry-run': { type: 'boolean', says: 'say what would be restored' },
  },
  examples: [
    'rollcall rollback new_intake_form production --reason "Errors doubled"',
    'rollcall rollback --plan appointment-reminders --reason "Pivot" --dry-run',
  ],
  async run({ api, args, options, json }) {
    if (!options['dry-run'] && !options.reason) throw misused('Say why, with --reason.')
    const asked = {
      ...(options['to-version'] === undefined
        ? {}
        : { to_version: wholeOf(options['to-version']) }),
      ...(options['to-before'] === undefined
        ? {}
        : { to_before_seq: wholeOf(options['to-before']) }),
    }
    if (options.plan !== undefined) return ofPlan({ api, args, options, json, asked })
    const [toggle, environment] = args
    if (args.length !== 2) throw misused('Name a toggle and an environment, or a plan with --plan.')
    const path = `/toggles/${encodeURIComponent(toggle)}/environments/${encodeURIComponent(environment)}`
    if (options['dry-run']) return propose({ api, path, asked, toggle, environment, json })
    const body = { reason: options.reason, ...asked }
    const answer = await api.call('POST', `${path}/rollback`, { body })
    if (json) return answer
    const { words } = await api.call('GET', path)
    const entry = answer.seq === null ? 'Nothing had to change' : `Entry ${answer.seq}`
    say(`${toggle} in ${environment} is back at: ${words}, version ${answer.version}. ${entry}.`)
  },
}

async function propose({ api, path, asked, toggle, environment, json }) {
  const answer = await api.call('GET', `${path}/rollback${queryOf(asked)}`)
  if (answer === null) {
    const sentence = `There is nothing to roll back of ${toggle} in ${environment}.`
    throw new Failure(EXIT.refused, sentence)
  }
  const held = answer.checks.some(({ passed, binds }) => binds && !passed)
  if (!json) {
    say(`${toggle} in ${environment}: ${answer.from} → ${answer.to} (${answer.direction}).`)
    say(...checkLines(answer.checks), 'Nothing was changed.')
  }
  if (held) throw new Failure(EXIT.checksNotPassed, 'Checks hold this rollback: it widens.', answer)
  return answer
}

async function ofPlan({ api, args, options, json, asked }) {
  if (args.length > 0 || 'to_version' in asked) {
    throw misused('--plan rolls back a whole plan: name no toggle and no version with it.')
  }
  const path = `/release-plans/${encodeURIComponent(options.plan)}/rollback`
  const where = options.environment === undefined ? {} : { environment: options.environment }
  const answer = options['dry-run']
    ? await api.call('GET', `${path}${queryOf({ ...asked, ...where })}`)
    : await api.call('POST', path, { body: { reason: options.reason, ...asked, ...where } })
  if (!json) tell(answer, options['dry-run'])
  if (answer.held.length === 0) return answer
  throw new Failure(EXIT.checksNotPassed, 'Some of it would widen and is held.', answer)
}

function tell({ restored, held }, isDry) {
  if (restored.length === 0 && held.length === 0) say('There is nothing to roll back.')
  for (const { toggle, environment, from, to } of restored) {
    say(`${isDry ? 'Would restore' : 'Restored'} ${toggle} in ${environment}: ${from} → ${to}.`)
  }
  for (const { toggle, environment, from, to, why, checks } of held) {
    say(`Held: ${toggle} in ${environment}, ${from} → ${to}. ${why}`, ...checkLines(checks))
  }
}

function queryOf(asked) {
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]) => [name, `${value}`]),
  )
  return query.size > 0 ? `?${query}` : ''
}

function wholeOf(text) {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw misused(`"${text}" is no version and no number of an entry.`)
}

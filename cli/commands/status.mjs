import { EXIT, Failure, misused } from '../outcome.mjs'
import { columns, say } from '../print.mjs'

export const statusCommand = {
  name: 'status',
  args: '[TOGGLE|PLAN]',
  summary: 'How things stand: everything, one toggle, or one release plan',
  options: {
    plan: { type: 'boolean', says: 'the name is of a release plan' },
    toggle: { type: 'boolean', says: 'the name is of a toggle' },
    ready: { type: 'boolean', says: 'end with 3 unless the plan is launched or ready to launch' },
  },
  examples: [
    'rollcall status',
    'rollcall status new_intake_form',
    'rollcall status appointment-reminders --ready',
  ],
  async run({ api, args, options, json }) {
    const [name] = args
    if (args.length > 1) throw misused('Name one toggle or one plan, or nothing.')
    if (options.plan && options.toggle) throw misused('--plan and --toggle exclude each other.')
    if (name === undefined) {
      if (options.plan || options.toggle || options.ready) throw misused('Name a toggle or a plan.')
      return overview(api, json)
    }
    const found = await look({ api, name, options })
    const isPlan = 'roster' in found
    if (options.ready && !isPlan) throw misused('--ready goes with a plan.')
    if (!json) (isPlan ? tellPlan : tellToggle)(found)
    if (options.ready && !isReady(found)) {
      throw new Failure(EXIT.checksNotPassed, `"${found.plan.title}" is not ready.`, found)
    }
    return found
  },
}

async function look({ api, name, options }) {
  const at = encodeURIComponent(name)
  if (options.plan || options.ready) return api.call('GET', `/release-plans/${at}`)
  try {
    return await api.call('GET', `/toggles/${at}`)
  } catch (error) {
    if (options.toggle || error.problem?.status !== 404) throw error
  }
  try {
    return await api.call('GET', `/release-plans/${at}`)
  } catch (error) {
    if (error.problem?.status !== 404) throw error
    const sentence = `There is neither a toggle nor a plan "${name}".`
    throw new Failure(EXIT.refused, sentence, error.problem)
  }
}

const isReady = ({ readiness }) => readiness.ready || readiness.state === 'launched'

const READINESS = {
  no_roll_call: 'no roll call yet',
  open: 'roll call open',
  launched: 'launched',
  paused: 'paused',
  pivoted: 'pivoted',
}
const MARKS = { go: '✓', no_go: '✗', waiting: '○', stale: '◌' }

function tellPlan({ plan, readiness, roster, reading, toggles }) {
  say(`${plan.title} (${plan.slug}), revision ${plan.revision}: ${READINESS[readiness.state]}.`)
  for (const missing of readiness.missing) say(`  ${missing}`)
  const rows = roster.map(({ discipline, required, status, sign_off: word }) => [
    MARKS[status] ?? '·',
    discipline,
    status.replaceAll('_', '-'),
    required ? '' : 'invited',
    word?.given_by.name ?? '',
  ])
  say(...columns(rows))
  const keys = toggles.map(({ key, status }) =>
    status === 'registered' ? key : `${key} (${status})`,
  )
  say(`Toggles: ${keys.join(', ') || 'none'}. Unanswered: ${reading.unanswered}.`)
}

function tellToggle({ key, description, archived, environments, plans }) {
  say(`${key}${archived ? ' (archived)' : ''}: ${description}`)
  say(...columns(environments.map(stateRow)))
  if (plans.length > 0) say(`Plans: ${plans.map(({ slug }) => slug).join(', ')}`)
}

const stateRow = ({ environment, words, version, changed_at: at }) => [
  environment,
  words,
  `version ${version}`,
  `since ${at.slice(0, 16).replace('T', ' ')} UTC`,
]

async function overview(api, json) {
  const [me, line, { freezes }, { plans }, { toggles }] = await Promise.all([
    api.call('GET', '/me'),
    api.call('GET', '/stop-the-line'),
    api.call('GET', '/freezes'),
    api.call('GET', '/release-plans?limit=100'),
    api.call('GET', '/toggles?limit=200'),
  ])
  const answer = { me, line, freezes, plans, toggles }
  if (json) return answer
  say(`${api.base}, as ${me.name} (${me.title}).`)
  say(
    line.stopped
      ? `The line is stopped by ${line.stop.stopped_by}: ${line.stop.reason}`
      : 'The line runs.',
  )
  for (const { stands, reason, ends_at: ends } of freezes) {
    if (stands) say(`Frozen until ${ends.slice(0, 16).replace('T', ' ')} UTC: ${reason}`)
  }
  say('', plans.length > 0 ? 'Release plans' : 'There is no release plan yet.')
  say(...columns(plans.map(planRow)))
  const open = toggles.flatMap((toggle) =>
    toggle.environments
      .filter((there) => there.protected && there.state !== 'off')
      .map((there) => [toggle.key, there.environment, there.words]),
  )
  say(
    '',
    open.length > 0
      ? 'Not off where it is protected'
      : 'Every toggle is off where it is protected.',
  )
  say(...columns(open))
}

const planRow = ({ slug, revision, unanswered, roll_call: round }) => [
  slug,
  `revision ${revision}`,
  round === null ? 'no roll call' : (round.decision ?? `round ${round.number} open`),
  unanswered > 0 ? `${unanswered} unanswered` : '',
]

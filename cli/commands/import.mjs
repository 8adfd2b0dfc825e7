import { readFileSync } from 'node:fs'
import { misused } from '../outcome.mjs'
import { count, say } from '../print.mjs'

export const importCommand = {
  name: 'import',
  args: 'FILE',
  summary: 'Reads a release plan and keeps it byte for byte; FILE may be - for standard input',
  options: {
    'dry-run': { type: 'boolean', says: 'say what is read and keep nothing' },
    register: {
      type: 'string',
      value: 'KEY,KEY',
      says: 'put these of its toggles into the registry',
    },
    'register-all': {
      type: 'boolean',
      says: 'put every toggle of the plan into the registry that is not there',
    },
    team: { type: 'string', value: 'TEAM', says: 'the team that it belongs to' },
    revise: { type: 'string', value: 'PLAN', says: 'save it as a new revision of this plan' },
  },
  examples: [
    'rollcall import plan.md --dry-run',
    'rollcall import plan.md --register new_intake_form',
  ],
  async run({ api, args, options, json }) {
    if (args.length !== 1) throw misused('Name one file, or - for standard input.')
    const markdown = readPlan(args[0])
    if (options.revise !== undefined) return revise({ api, options, json, markdown })
    const register = options['register-all']
      ? await unregistered(api, markdown)
      : (options.register ?? '')
    const asked = new URLSearchParams()
    if (options['dry-run']) asked.set('dry_run', 'true')
    if (register) asked.set('register', register)
    if (options.team) asked.set('team', options.team)
    const query = asked.size > 0 ? `?${asked}` : ''
    const answer = await api.call('POST', `/release-plans/import${query}`, { markdown })
    if (json) return answer
    const { plan, kept, registered } = answer
    say(
      `${kept ? 'Kept' : 'Would keep'} "${plan.title}" as ${plan.slug}, revision ${plan.revision}.`,
    )
    tell(answer)
    if (registered.length > 0)
      say(`${kept ? 'Registered' : 'Would register'}: ${registered.join(', ')}`)
  },
}

async function revise({ api, options, json, markdown }) {
  const path = `/release-plans/${encodeURIComponent(options.revise)}`
  if (options.register !== undefined || options['register-all'] || options.team !== undefined) {
    throw misused('--revise saves a revision alone: it goes with neither --register nor --team.')
  }
  if (options['dry-run']) {
    const answer = await api.call('POST', `${path}/document/preview`, { markdown })
    if (json) return answer
    say(`This is what would be read of it for ${options.revise}.`)
    return tell(answer)
  }
  const { plan } = await api.call('GET', path)
  const answer = await api.call('PUT', `${path}/document`, { markdown, ifMatch: plan.revision })
  if (json) return answer
  const was = answer.plan.revision === plan.revision ? 'is still' : 'is now'
  say(`"${answer.plan.title}" ${was} at revision ${answer.plan.revision}.`)
  tell(answer)
}

async function unregistered(api, markdown) {
  const { toggles } = await api.call('POST', '/release-plans/import?dry_run=true', { markdown })
  return toggles.flatMap(({ key, status }) => (status === 'unknown' ? [key] : [])).join(',')
}

function tell({ reading, toggles = [] }) {
  const keys = reading.toggles.map(({ key }) => key)
  say(`Toggles: ${keys.join(', ') || 'none'}`)
  const unknown = toggles.filter(({ status }) => status === 'unknown').map(({ key }) => key)
  if (unknown.length > 0) say(`Not in the registry: ${unknown.join(', ')}`)
  const stages = reading.stages.map(({ label, percentage }) =>
    percentage === null ? label : `${label} (${percentage} %)`,
  )
  say(`Stages: ${stages.join(', ') || 'none'}`)
  say(
    `${count(reading.unanswered, 'question')} unanswered, ${count(reading.findings.length, 'finding')}.`,
  )
  for (const { line, message } of reading.findings) say(`  line ${line ?? '?'}: ${message}`)
}

function readPlan(file) {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw misused(`The plan cannot be read: ${error.message}`)
  }
}

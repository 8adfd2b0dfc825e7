import { misused } from '../outcome.mjs'
import { say } from '../print.mjs'

const FILTERS = ['toggle', 'environment', 'plan', 'actor', 'action', 'outcome']

export const auditTailCommand = {
  name: 'audit tail',
  args: '',
  summary: 'The newest entries of the audit log, the oldest of them first',
  options: {
    lines: {
      type: 'string',
      short: 'n',
      value: 'NUMBER',
      says: 'how many, 1 to 200; 10 unless told',
    },
    follow: { type: 'boolean', short: 'f', says: 'go on with what happens, until interrupted' },
    toggle: { type: 'string', value: 'TOGGLE', says: 'only of this toggle' },
    environment: { type: 'string', value: 'ENVIRONMENT', says: 'only there' },
    plan: { type: 'string', value: 'PLAN', says: 'only of this release plan' },
    actor: { type: 'string', value: 'NAME', says: 'only by this person or token' },
    action: {
      type: 'string',
      value: 'KIND',
      says: 'only of this kind, like toggle or toggle.widened',
    },
    outcome: {
      type: 'string',
      value: 'allowed|denied',
      says: 'only what was allowed, or was denied',
    },
  },
  examples: ['rollcall audit tail --follow', 'rollcall audit tail -n 50 --outcome denied --json'],
  async run({ api, args, options, json }) {
    if (args.length > 0) throw misused('There is nothing to name here.')
    const lines = options.lines ?? '10'
    if (!/^\d{1,3}$/.test(lines) || Number(lines) < 1 || Number(lines) > 200) {
      throw misused('--lines takes a number from 1 to 200.')
    }
    const filter = FILTERS.flatMap((name) =>
      options[name] === undefined ? [] : [[name, options[name]]],
    )
    const show = (entry) =>
      json ? process.stdout.write(`${JSON.stringify(entry)}\n`) : tell(entry)
    // The place to go on from is asked for first: what happens meanwhile is then shown, not lost.
    const after = options.follow ? await newest(api) : 0
    const first = await page(api, filter, { limit: lines })
    const shown = first.filter(({ seq }) => !options.follow || seq <= after).reverse()
    for (const entry of shown) show(entry)
    if (options.follow) await follow({ api, filter, show, after })
  },
}

async function newest(api) {
  const { entries } = await api.call('GET', '/audit?limit=1')
  return entries[0]?.seq ?? 0
}

async function page(api, filter, asked) {
  const query = new URLSearchParams([...filter, ...Object.entries(asked)])
  return (await api.call('GET', `/audit?${query}`)).entries
}

async function follow({ api, filter, show, after }) {
  for (let seen = after; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const entries = await page(api, filter, { after: String(seen), limit: '200' })
    for (const entry of [...entries].sort((one, other) => one.seq - other.seq)) {
      show(entry)
      seen = Math.max(seen, entry.seq)
    }
  }
}

function tell({ seq, sealed_at: at, outcome, sentence, reason }) {
  const denied = outcome === 'denied' ? 'denied: ' : ''
  say(`${seq}  ${at.slice(0, 19)}Z  ${denied}${sentence.replaceAll(/\s+/g, ' ')}`)
  if (reason) say(`      “${reason.replaceAll(/\s+/g, ' ')}”`)
}

import { expect, test } from 'vitest'
import { type Answer, call, importPlan, planText } from './api.ts'

/** Rounds of each race; ROLLCALL_RACES=1000 for a long look. */
const ROUNDS = Number(process.env.ROLLCALL_RACES ?? 60)
/** Rounds that one plan sees before another takes its place. */
const A_PLAN = 40

const SPEAKERS = {
  product: 'program_manager',
  design: 'design',
  frontend: 'frontend',
  backend: 'backend',
  qa: 'qa',
  accessibility: 'accessibility',
  government_lead: 'government_lead',
} as const

const LONG = 30_000 + ROUNDS * 3000

async function open(slug: string): Promise<string> {
  const opened = await call('program_manager', 'POST', `/release-plans/${slug}/roll-calls`)
  expect(opened.status).toBe(201)
  return String(opened.at('id'))
}

function decide(slug: string, id: string, decision: string, who = 'program_manager') {
  const path = `/release-plans/${slug}/roll-calls/${id}/decision`
  return call(who, 'POST', path, { body: { decision } })
}

function say(slug: string, discipline: keyof typeof SPEAKERS, body: object, revision?: number) {
  const headers = revision === undefined ? {} : { 'if-match': `"${revision}"` }
  const path = `/release-plans/${slug}/sign-offs/${discipline}`
  return call(SPEAKERS[discipline], 'PUT', path, { body, headers })
}

function edit(slug: string, key: string, round: number, revision: number): Promise<Answer> {
  const raw = planText(key).replace(
    /(## Define the rollback process\n+)/i,
    `$1Attempt ${round}: turn it off.\n\n`,
  )
  const headers = { 'content-type': 'text/markdown', 'if-match': `"${revision}"` }
  return call('program_manager', 'PUT', `/release-plans/${slug}/document`, { raw, headers })
}

test(
  `an edit and a vote, ${ROUNDS} times: the vote is on the text before, or on the one after`,
  async () => {
    const onText = { before: 0, after: 0, refused: 0 }
    let [slug, key, id, revision] = ['', '', '', 0]
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % A_PLAN === 0) {
        key = `edited_while_voting_${round}`
        slug = await importPlan(key)
        id = await open(slug)
        revision = 1
      }
      // Every other time the voter says which text they read, and must not be taken on another.
      const read = round % 2 === 0 ? undefined : revision
      const [edited, vote] = await Promise.all([
        edit(slug, key, round, revision),
        say(slug, 'backend', { verdict: 'go', note: `Round ${round}` }, read),
      ])
      expect(edited.status).toBe(200)
      expect(edited.at('plan.revision')).toBe(revision + 1)
      revision += 1
      const now = await call('viewer', 'GET', `/release-plans/${slug}/roll-calls/${id}`)
      const backend = (now.at('disciplines') as { discipline: string; status: string }[]).find(
        ({ discipline }) => discipline === 'backend',
      )
      if (vote.status === 412) {
        onText.refused += 1
        expect(read).toBe(revision - 1)
        expect(backend?.status).not.toBe('go')
        continue
      }
      expect(vote.status).toBe(200)
      const signed = vote.at('sign_off.revision')
      expect([revision - 1, revision]).toContain(signed)
      if (read !== undefined) expect(signed).toBe(read)
      expect(backend?.status).toBe(signed === revision ? 'go' : 'stale')
      onText[signed === revision ? 'after' : 'before'] += 1
    }
    expect(onText.before + onText.after + onText.refused).toBe(ROUNDS)
    console.log(`edit and vote: ${JSON.stringify(onText)}`)
  },
  LONG,
)

test(
  `a vote and a decision, ${ROUNDS} times: the launch rests on the vote, or comes before it`,
  async () => {
    const order = { launched: 0, held: 0 }
    let slug = ''
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % A_PLAN === 0) slug = await importPlan(`voted_while_deciding_${round}`)
      const id = await open(slug)
      const lastGo = round % 2 === 0
      for (const discipline of Object.keys(SPEAKERS) as (keyof typeof SPEAKERS)[]) {
        if (lastGo && discipline === 'backend') continue
        expect((await say(slug, discipline, { verdict: 'go' })).status).toBe(200)
      }
      const word = lastGo ? { verdict: 'go' } : { verdict: 'no_go', note: 'The queue drops.' }
      const [vote, launch] = await Promise.all([
        say(slug, 'backend', word),
        decide(slug, id, 'launch'),
      ])
      expect(vote.status).toBe(200)
      expect([200, 409]).toContain(launch.status)
      const launched = launch.status === 200
      order[launched ? 'launched' : 'held'] += 1
      // The last go makes the launch possible and so came first; a no-go came after it, and says so.
      expect(vote.at('sign_off.late')).toBe(launched && !lastGo)
      const now = await call('viewer', 'GET', `/release-plans/${slug}/roll-calls/${id}`)
      expect(now.at('decision')).toBe(launched ? 'launch' : null)
      if (!launched) {
        expect(launch.at('missing')).toHaveLength(1)
        expect((await decide(slug, id, 'pause')).status).toBe(200)
      }
    }
    console.log(`vote and decision: ${JSON.stringify(order)}`)
  },
  LONG,
)

test(
  `two decisions, ${ROUNDS} times: one is taken`,
  async () => {
    const taken = { pause: 0, pivot: 0 }
    let slug = ''
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % A_PLAN === 0) slug = await importPlan(`decided_twice_${round}`)
      const id = await open(slug)
      const [pause, pivot] = await Promise.all([
        decide(slug, id, 'pause'),
        decide(slug, id, 'pivot', 'government_lead'),
      ])
      expect([pause.status, pivot.status].sort()).toEqual([200, 409])
      const winner = pause.status === 200 ? 'pause' : 'pivot'
      taken[winner] += 1
      const now = await call('viewer', 'GET', `/release-plans/${slug}/roll-calls/${id}`)
      expect(now.at('decision')).toBe(winner)
    }
    console.log(`two decisions: ${JSON.stringify(taken)}`)
    const verification = await call('government_lead', 'GET', '/audit/verification')
    expect(verification.at('')).toMatchObject({ holds: true })
  },
  LONG,
)

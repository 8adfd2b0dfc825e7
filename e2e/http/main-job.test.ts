import { expect, test } from 'vitest'
import { call, importPlan, launch, planText } from './api.ts'

const production = (key: string) => `/toggles/${key}/environments/production`

test('a plan is read, kept byte for byte, and registers what was chosen', async () => {
  const key = 'reminders_kept'
  const text = planText(key)
  const headers = { 'content-type': 'text/markdown' }
  const dry = await call('program_manager', 'POST', '/release-plans/import?dry_run=true', {
    raw: text,
    headers,
  })
  expect(dry.status).toBe(200)
  expect(dry.at('reading.toggles.0.key')).toBe(key)
  expect((await call('program_manager', 'GET', `/toggles/${key}`)).status).toBe(404)

  const slug = await importPlan(key)
  const document = await call('viewer', 'GET', `/release-plans/${slug}/document`)
  expect(document.text).toBe(text)
  expect(document.headers.get('content-type')).toContain('text/markdown')
  const plan = await call('viewer', 'GET', `/release-plans/${slug}`)
  expect(plan.at('reading.staged_rollout')).toMatchObject({
    required: false,
    answers: [true, true, true],
  })
  expect(plan.at('reading.contacts')).toMatchObject([
    { name: 'Odile Brandt', role: 'Government Lead', tier: 'primary' },
    { name: 'Marcus Webb', role: 'Program Manager', tier: 'primary' },
    { name: 'Ingrid Solberg', role: 'Technical Lead', tier: 'backup' },
    { name: 'Kofi Mensah', role: 'Backend', tier: 'backup' },
    { name: 'Lucia Ferreira', role: 'Frontend', tier: 'backup' },
  ])
  expect((await call('viewer', 'GET', `/toggles/${key}`)).at('description')).toContain(
    'two days before',
  )
})

test('production opens only after a launch, and a rollback restores what was before', async () => {
  const key = 'reminders_released'
  const slug = await importPlan(key)
  const widen = { percentage_of_actors: 10, reason: 'First stage of the plan' }

  const blocked = await call('tech_lead', 'PATCH', production(key), { body: widen })
  expect(blocked.status).toBe(409)
  expect(blocked.at('type')).toMatch(/\/checks-not-passed$/)
  const readiness = await call(
    'tech_lead',
    'GET',
    `${production(key)}/readiness?percentage_of_actors=10`,
  )
  expect(blocked.at('checks')).toEqual(readiness.at(''))
  expect(readiness.at('')).toContainEqual(
    expect.objectContaining({
      check: 'launch_decision',
      passed: false,
      cleared_by: expect.any(String),
    }),
  )

  const opened = await call('program_manager', 'POST', `/release-plans/${slug}/roll-calls`)
  expect(opened.status).toBe(201)
  const decision = `/release-plans/${slug}/roll-calls/${opened.at('id')}/decision`
  const early = await call('program_manager', 'POST', decision, { body: { decision: 'launch' } })
  expect(early.status).toBe(409)
  expect(early.at('missing')).toHaveLength(7)
  await call('program_manager', 'POST', decision, { body: { decision: 'pause' } })
  await launch(slug)

  const widened = await call('tech_lead', 'PATCH', production(key), { body: widen })
  expect(widened.status).toBe(200)
  expect(widened.at('')).toMatchObject({
    state: 'conditional',
    percentage_of_actors: 10,
    version: 2,
  })
  const back = await call('tech_lead', 'POST', `${production(key)}/rollback`, {
    body: { reason: 'The error rate doubled' },
  })
  expect(back.at('')).toMatchObject({ state: 'off', percentage_of_actors: null, version: 3 })

  const log = await call('government_lead', 'GET', `/audit?toggle=${key}`)
  const sentences = (log.at('entries') as { sentence: string; outcome: string }[]).map(
    ({ sentence, outcome }) => `${outcome}: ${sentence}`,
  )
  expect(sentences[0]).toMatch(/^allowed: Tomás Ibarra rolled/)
  expect(sentences[1]).toMatch(/^allowed: Tomás Ibarra widened .* in production from off to 10 %/)
  expect(sentences[2]).toMatch(/^denied: Tomás Ibarra tried to/)
  expect((await call('government_lead', 'GET', '/audit/verification')).at('holds')).toBe(true)
})

test('narrowing is never held: not by a freeze, nor by a plan that changed', async () => {
  const key = 'reminders_narrowed'
  const slug = await importPlan(key)
  await launch(slug)
  const flip = (percentage_of_actors: number) =>
    call('tech_lead', 'PATCH', production(key), {
      body: { percentage_of_actors, reason: 'A test of ours' },
    })
  expect((await flip(50)).status).toBe(200)

  const now = Date.now()
  const freeze = await call('government_lead', 'POST', '/freezes', {
    body: {
      starts_at: new Date(now - 60_000).toISOString(),
      ends_at: new Date(now + 600_000).toISOString(),
      reason: 'Enrolment week',
      environments: ['production'],
    },
  })
  expect(freeze.status).toBe(201)
  expect((await flip(60)).at('checks')).toContainEqual(
    expect.objectContaining({ check: 'freeze', passed: false }),
  )
  expect((await flip(20)).status).toBe(200)
  const widening = await call('tech_lead', 'POST', `${production(key)}/rollback`, {
    body: { reason: 'Back up' },
  })
  expect(widening.status, 'a rollback that widens is checked like any widening').toBe(409)
  await call('government_lead', 'DELETE', `/freezes/${freeze.at('id')}`)

  const revised = await call('program_manager', 'PUT', `/release-plans/${slug}/document`, {
    raw: planText(key).replace('turns the toggle off', 'calls the team lead first'),
    headers: { 'content-type': 'text/markdown', 'if-match': '"1"' },
  })
  expect(revised.status).toBe(200)
  const stale = await flip(30)
  expect(stale.at('checks')).toContainEqual(
    expect.objectContaining({ check: 'sign_offs_current', passed: false }),
  )
  expect((await flip(0)).status).toBe(200)
})

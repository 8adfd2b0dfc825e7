import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { findIncidents } from './find-incidents.ts'
import { openIncident } from './open-incident.ts'
import { resolveIncident } from './resolve-incident.ts'

givenCast()

const blank = { toggle: KEY, title: 'Letters are blank', link: 'https://status.example.gov/7' }

describe('an incident', () => {
  test('holds what widens until it is resolved, and nothing that narrows', async () => {
    await launchedToggle()
    await flip(cast.tomas(), toShare(10))
    const { result } = await openIncident(cast.ben(), { ...blank, environment: 'production' })
    await expect(flip(cast.tomas(), toShare(50))).rejects.toMatchObject({
      refusal: { code: 'checks_not_passed' },
    })
    await flip(cast.ben(), toShare(5))
    await resolveIncident(cast.tomas(), {
      toggle: KEY,
      id: result.id,
      note: 'The template is back',
    })
    await flip(cast.tomas(), toShare(10))
    const told = (await planEntries()).filter(({ type }) => type.startsWith('incident.'))
    expect(told).toMatchObject([
      { type: 'incident.opened', texts: { detail: blank.title, link: blank.link } },
      {
        type: 'incident.resolved',
        texts: { note: 'The template is back' },
        changed: ['incident 2'],
      },
    ])
  })

  test('of another environment holds nothing here, and one of none holds everywhere', async () => {
    await launchedToggle()
    await openIncident(cast.ben(), { ...blank, environment: 'staging' })
    await flip(cast.tomas(), toShare(10))
    await openIncident(cast.ben(), blank)
    await expect(flip(cast.tomas(), toShare(50))).rejects.toMatchObject({
      refusal: { code: 'checks_not_passed' },
    })
  })

  test('is listed, the open ones first, with who may do what', async () => {
    await launchedToggle()
    const first = await openIncident(cast.ben(), blank)
    await openIncident(cast.grace(), { ...blank, title: 'Still blank' })
    await resolveIncident(cast.priya(), { toggle: KEY, id: first.result.id, note: 'Gone' })
    const { incidents, may_open, may_resolve } = await findIncidents(cast.ben(), KEY)
    expect(incidents.map(({ title, resolved_by }) => [title, resolved_by])).toEqual([
      ['Still blank', null],
      ['Letters are blank', 'Priya Raman'],
    ])
    expect([may_open, may_resolve]).toEqual([true, false])
  })
})

test('a viewer opens none, a discipline lead resolves none, and what is not there is not found', async () => {
  await launchedToggle()
  const forbidden = { refusal: { code: 'forbidden' } }
  const missing = { refusal: { code: 'not_found' } }
  await expect(openIncident(cast.victor(), blank)).rejects.toMatchObject(forbidden)
  const { result } = await openIncident(cast.ben(), blank)
  const solved = { toggle: KEY, id: result.id, note: 'Solved' }
  await expect(resolveIncident(cast.ben(), solved)).rejects.toMatchObject(forbidden)
  await expect(openIncident(cast.ben(), { ...blank, toggle: 'none' })).rejects.toMatchObject(
    missing,
  )
  await expect(openIncident(cast.ben(), { ...blank, environment: 'moon' })).rejects.toMatchObject(
    missing,
  )
  await expect(
    resolveIncident(cast.tomas(), { ...solved, id: randomUUID() }),
  ).rejects.toMatchObject(missing)
  await expect(findIncidents(cast.ben(), 'none')).rejects.toMatchObject(missing)
})

test('of two who resolve it at once, one is told that it is done', async () => {
  await launchedToggle()
  const { result } = await openIncident(cast.ben(), blank)
  const solved = { toggle: KEY, id: result.id, note: 'Solved' }
  const race = await Promise.allSettled([
    resolveIncident(cast.tomas(), solved),
    resolveIncident(cast.priya(), solved),
  ])
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(race.find((one) => one.status === 'rejected')?.reason).toMatchObject({
    refusal: { code: 'version_conflict' },
  })
})

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../bin/test-run/source-files.ts'
import { call, importPlan, launch, planText } from './api.ts'
import { runScript } from './run-script.ts'

const recordOf = (slug: string, query = '') => `/release-plans/${slug}/record${query}`

test('the record of a release tells it with its entries, and both verifiers agree', async () => {
  const key = 'reminders_recorded'
  const slug = await importPlan(key)
  await launch(slug)
  const flip = { percentage_of_actors: 10, reason: 'First stage of the plan' }
  const production = `/toggles/${key}/environments/production`
  expect((await call('qa', 'PATCH', production, { body: flip })).status).toBe(403)
  const { status, at } = await call('tech_lead', 'PATCH', production, { body: flip })
  expect(status).toBe(200)

  const answer = await call('viewer', 'GET', recordOf(slug))
  expect(answer.status).toBe(200)
  expect(answer.at('text')).toMatchObject({
    number: 1,
    sha256: createHash('sha256').update(planText(key)).digest('hex'),
    markdown: planText(key),
    saved: { by: 'Priya Raman' },
  })
  expect(answer.at('rounds.shown.0')).toMatchObject({ number: 1, decision: 'launch' })
  expect(answer.at('flips.0.shown.0')).toMatchObject({ seq: at('seq'), toggle: key })
  expect(answer.at('entries.refused.shown.0.sentence')).toMatch(/^Quentin Marsh tried to/)

  const folder = mkdtempSync(join(tmpdir(), 'rollcall-record-'))
  try {
    const [record, log] = [join(folder, 'record.json'), join(folder, 'log.jsonl')]
    writeFileSync(record, answer.text)
    const exported = await call('government_lead', 'GET', '/audit/export?format=jsonl')
    writeFileSync(log, exported.text)
    const verified = await runScript(join(root, 'bin/verify-record.mjs'), record, '--export', log)
    expect(verified.said).toContain('all of them stand in')
    expect(verified.code).toBe(0)
    expect((await runScript(join(root, 'bin/verify-audit.mjs'), log)).code).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a record as of a round stands as it stood then, and what is not there is not found', async () => {
  const key = 'reminders_as_of'
  const slug = await importPlan(key)
  await launch(slug)
  const body = { percentage_of_actors: 5, reason: 'A first look' }
  await call('tech_lead', 'PATCH', `/toggles/${key}/environments/production`, { body })
  const first = await call('viewer', 'GET', recordOf(slug, '?round=1'))
  expect(first.at('as_of.round')).toBe(1)
  expect(first.at('flips.0.total')).toBe(0)
  expect((await call('viewer', 'GET', recordOf(slug))).at('flips.0.total')).toBe(1)

  expect((await call('viewer', 'GET', recordOf(slug, '?round=2'))).status).toBe(404)
  expect((await call('viewer', 'GET', recordOf('nowhere'))).status).toBe(404)
  for (const wrong of ['0', '-1', '1.5', 'x', '99999999999999999999', '']) {
    const refused = await call('viewer', 'GET', recordOf(slug, `?round=${wrong}`))
    expect([wrong, refused.status]).toEqual([wrong, 400])
    expect(refused.at('errors.0.path')).toBe('query.round')
  }
  expect((await call('viewer', 'GET', recordOf(slug, '?colour=red'))).status).toBe(400)
  expect((await call(null, 'GET', recordOf(slug))).status).toBe(401)
})

test('the record stands in the description of the API', async () => {
  const described = await call(null, 'GET', '/openapi.json')
  const path = described.at('paths') as Record<string, { get?: { operationId: string } }>
  expect(path['/release-plans/{slug}/record']?.get?.operationId).toBe('readRecord')
})

import { expect, test } from 'vitest'
import { call, importPlan } from './api.ts'

const markdown = { 'content-type': 'text/markdown' }
const json = { 'content-type': 'application/json' }
const staging = '/toggles/meets_bad_input/environments/staging'

test('a flip that is not understood names the field and changes nothing', async () => {
  await call('tech_lead', 'POST', '/toggles', {
    body: { key: 'meets_bad_input', description: 'x' },
  })
  const cases: [unknown, string][] = [
    [{ percentage_of_actors: 101, reason: 'x' }, 'percentage_of_actors'],
    [{ percentage_of_actors: 'ten', reason: 'x' }, 'percentage_of_actors'],
    [{ percentage_of_actors: 10.0001, reason: 'x' }, 'percentage_of_actors'],
    [{ actors: ['a', 7], reason: 'x' }, 'actors.1'],
    [{ actors: ['\0'], reason: 'x' }, 'actors.0'],
    [{ expression: { Nothing: [] }, reason: 'x' }, 'expression'],
    [{ boolean: true }, 'reason'],
    [{ boolean: true, reason: '  ' }, 'reason'],
    [{ boolean: true, reason: 'x', colour: 'red' }, 'colour'],
    [{ boolean: true, reason: 'x', expected_version: 1.5 }, 'expected_version'],
    [{ reason: 'x' }, 'body'],
    [[], 'body'],
    [null, 'body'],
  ]
  for (const [body, path] of cases) {
    const answer = await call('tech_lead', 'PATCH', staging, {
      raw: JSON.stringify(body),
      headers: json,
    })
    expect(answer.status, answer.text).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const paths = (answer.at('errors') as { path: string }[]).map((error) => error.path)
    expect(
      paths.some((one) => one.startsWith(path)),
      `${paths} for ${path}`,
    ).toBe(true)
  }
  expect((await call('viewer', 'GET', staging)).at('version')).toBe(1)
})

test('what is not JSON, not sent as JSON or too large is told so', async () => {
  const send = (raw: string | Uint8Array, headers: Record<string, string>) =>
    call('tech_lead', 'PATCH', staging, { raw, headers })
  expect((await send('{', json)).status).toBe(400)
  expect((await send(new Uint8Array([0x22, 0xff, 0x22]), json)).status).toBe(400)
  expect((await send(`${'['.repeat(5000)}${']'.repeat(5000)}`, json)).status).toBe(400)
  expect((await send('{}', { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await send(`{"reason":"${'x'.repeat(300_000)}"}`, json)).status).toBe(413)
})

test('a document that is no text is told so, and nothing is kept', async () => {
  const count = async () =>
    ((await call('viewer', 'GET', '/release-plans')).at('plans') as unknown[]).length
  const before = await count()
  const send = (raw: string | Uint8Array) =>
    call('program_manager', 'POST', '/release-plans/import', { raw, headers: markdown })
  expect((await send('')).status).toBe(400)
  expect((await send(new Uint8Array([0x23, 0x20, 0xc3, 0x28]))).status).toBe(400)
  expect((await send(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).status).toBe(400)
  expect((await send('# x\n'.repeat(1_300_000))).status).toBe(413)
  expect(
    (await call('program_manager', 'POST', '/release-plans/import', { body: {} })).status,
  ).toBe(415)
  expect(await count()).toBe(before)
  const noHeadings = await send('Only a sentence, without a heading.')
  expect(noHeadings.status).toBe(201)
  expect(noHeadings.at('reading.toggles')).toEqual([])
})

test('without a token, with a bad one, or without the right it is 401 or 403', async () => {
  expect((await call(null, 'GET', '/toggles')).status).toBe(401)
  const bad = { authorization: 'Bearer rc_person_no-such-token' }
  expect((await call(null, 'GET', '/toggles', { headers: bad })).status).toBe(401)
  expect(
    (await call('viewer', 'POST', '/toggles', { body: { key: 'no', description: '' } })).status,
  ).toBe(403)
  const flip = { body: { boolean: true, reason: 'x' } }
  const production = '/toggles/meets_bad_input/environments/production'
  expect((await call('administrator', 'PATCH', production, flip)).status).toBe(403)
  expect((await call('viewer', 'PATCH', staging, flip)).status).toBe(403)
})

test('what is not there is 404, and an old revision is 412', async () => {
  expect((await call('viewer', 'GET', '/toggles/no_such_toggle')).status).toBe(404)
  expect((await call('viewer', 'GET', '/release-plans/no-such-plan')).status).toBe(404)
  expect((await call('viewer', 'GET', '/no/such/route')).status).toBe(404)
  expect((await call('viewer', 'GET', '/toggles/meets_bad_input/environments/moon')).status).toBe(
    404,
  )
  const slug = await importPlan('meets_bad_input_2')
  const put = (ifMatch: string) =>
    call('program_manager', 'PUT', `/release-plans/${slug}/document`, {
      raw: '# Another text',
      headers: { ...markdown, 'if-match': ifMatch },
    })
  expect((await put('"7"')).status).toBe(412)
  expect((await put('"1"')).status).toBe(200)
  expect((await put('"1"')).status).toBe(412)
})

test('the OpenAPI document describes itself as 3.1 and names every path', async () => {
  const document = await call(null, 'GET', '/openapi.json')
  expect(document.at('openapi')).toBe('3.1.0')
  const paths = Object.keys(Object(document.at('paths')))
  expect(paths).toContain('/toggles/{key}/environments/{environment}')
  expect(paths).toContain('/release-plans/import')
  expect(paths).toContain('/audit')
})

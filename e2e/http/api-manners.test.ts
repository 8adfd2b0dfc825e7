import { describe, expect, inject, test } from 'vitest'
import { call } from './api.ts'

const { web } = inject('product')
const key = 'minds_its_manners'
const staging = `/toggles/${key}/environments/staging`

describe('the API', () => {
  test('names the methods of a path, and refuses others with a problem', async () => {
    const options = await call(null, 'OPTIONS', staging)
    expect(options.status).toBe(204)
    expect(options.headers.get('allow')).toBe('GET, HEAD, PATCH, OPTIONS')
    const wrong = await call('tech_lead', 'DELETE', staging)
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, PATCH, OPTIONS')
    expect(wrong.at('type')).toBe('/problems/method-not-allowed')
    expect((await call('tech_lead', 'PUT', '/no/such/path')).status).toBe(404)
  })

  test('answers HEAD like GET without a body, a stream too', async () => {
    const get = await call('viewer', 'GET', '/toggles')
    const head = await call('viewer', 'HEAD', '/toggles')
    expect([head.status, head.text]).toEqual([get.status, ''])
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    expect((await call('viewer', 'HEAD', '/live')).status).toBe(200)
  })

  test('says what it can answer and what it can read', async () => {
    const accept = (type: string) =>
      call('viewer', 'GET', '/toggles', { headers: { accept: type } })
    expect((await accept('text/html')).status).toBe(406)
    expect((await accept('text/html, */*;q=0.1')).status).toBe(200)
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const zipped = await call('tech_lead', 'POST', '/toggles', { raw: '{}', headers })
    expect(zipped.status).toBe(415)
  })

  test('gives the version of a state as ETag, and refuses a stale If-Match with 412', async () => {
    await call('tech_lead', 'POST', '/toggles', { body: { key, description: 'Says please' } })
    const etag = (await call('viewer', 'GET', staging)).headers.get('etag') ?? ''
    expect(etag).toBe('"1"')
    const flip = (percentage_of_actors: number, ifMatch: string) =>
      call('tech_lead', 'PATCH', staging, {
        body: { percentage_of_actors, reason: 'A test of ours' },
        headers: { 'if-match': ifMatch },
      })
    const first = await flip(10, etag)
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"'])
    const stale = await flip(20, etag)
    expect([stale.status, stale.at('type')]).toEqual([412, '/problems/version-conflict'])
    expect((await flip(20, 'yesterday')).status).toBe(400)
    expect((await flip(20, '*')).status).toBe(200)
  })

  test('pages a list, and tells a cursor that is none', async () => {
    const [first, other] = ['2027-01-01', '2027-02-01'].map((day) => ({
      starts_at: `${day}T00:00:00Z`,
      ends_at: `${day}T12:00:00Z`,
      reason: 'The office is closed',
    }))
    for (const body of [first, other]) await call('government_lead', 'POST', '/freezes', { body })
    const seen: unknown[] = []
    for (let cursor = ''; ; ) {
      const page = await call('viewer', 'GET', `/freezes?limit=1${cursor}`)
      seen.push(page.at('freezes.0.id'))
      if (page.at('next_cursor') === null) break
      cursor = `&cursor=${page.at('next_cursor')}`
    }
    expect(seen.length).toBeGreaterThanOrEqual(2)
    expect(new Set(seen).size).toBe(seen.length)
    expect((await call('viewer', 'GET', '/freezes?cursor=nowhere')).status).toBe(400)
  })

  test('leads from a problem to the page that explains it, and has a reference to read', async () => {
    const problem = await call('viewer', 'GET', '/toggles/no_such_toggle')
    const page = await fetch(new URL(String(problem.at('type')), web))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('What was not changed')
    expect((await fetch(new URL('/problems/no-such-problem', web))).status).toBe(404)
    const reference = await (await fetch(new URL('/docs/api/toggles', web))).text()
    expect(reference).toContain('/toggles/{key}/environments/{environment}')
    expect(reference).toContain('curl -X PATCH')
  })
})

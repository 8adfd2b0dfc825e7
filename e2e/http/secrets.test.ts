import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { type CookieJar, sessionOf } from '../fixtures/session-over-http.ts'
import { describedOperations, pageAddresses } from './addresses.ts'
import { call } from './api.ts'

const { web, flags, home } = inject('product')
const ROLES = ['viewer', 'tech_lead', 'program_manager', 'government_lead', 'administrator']
const CANARY = 'canary-in-a-body-1f7c'

const kept = (file: string) => readFileSync(join(home, file), 'utf8')

/** Every secret of this installation that lies in a file of its own. */
function secretsOnDisk(): string[] {
  const idp = JSON.parse(kept('idp.json'))
  return [
    new URL(kept('database-url').trim()).password,
    kept('nextauth-secret').trim(),
    kept('demo-api-token').trim(),
    kept('demo-flags-token').trim(),
    ...Object.values<string>(JSON.parse(kept('demo-tokens.json'))),
    idp.clientSecret,
    idp.cookieKey,
    idp.signingKey.d,
    ...kept('head-key.pem')
      .split('\n')
      .filter((line) => /^[\w+/=]{20,}$/.test(line)),
  ]
}

const jars = new Map<string, CookieJar>()
let secrets: string[]

beforeAll(async () => {
  for (const role of ROLES) jars.set(role, await sessionOf(web, role))
  const sessions = [...jars.values()].map((jar) => jar.header(web).replace(/^.*-session=/, ''))
  secrets = [...secretsOnDisk(), ...sessions]
  expect(secrets.length).toBeGreaterThan(20)
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(15)
})

const leakedIn = (text: string): number => secrets.filter((secret) => text.includes(secret)).length

describe('no secret leaves by an answer', () => {
  test.each(ROLES)('to the %s, on a page or from the API', async (role) => {
    const jar = jars.get(role)
    if (!jar) throw new Error(role)
    const reads = (await describedOperations(web)).filter(
      ({ method, address }) => method === 'GET' && !/\/live\b/.test(address),
    )
    for (const address of [...pageAddresses(), ...reads.map((one) => one.address)]) {
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const answer = await jar.go(web + address, { headers })
        expect(leakedIn(await answer.text()), address).toBe(0)
        expect(answer.status, address).toBeLessThan(500)
      }
    }
  })

  test('nor by what watches the processes', async () => {
    for (const address of [`${web}/metrics`, `${flags}/metrics`, `${web}/health/ready`]) {
      const text = await (await fetch(address)).text()
      expect(leakedIn(text), address).toBe(0)
      expect(text).not.toMatch(/@example\.gov|Priya|Tomás/)
    }
  })
})

test('no secret, address, name or body stands in a line of a log', async () => {
  const body = { key: CANARY, description: `Priya Raman, priya.raman@example.gov ${CANARY}` }
  await call('viewer', 'POST', '/toggles', { body })
  await call('tech_lead', 'POST', '/toggles', {
    raw: `{"key": "${CANARY}`,
    headers: { 'content-type': 'application/json' },
  })
  await call(null, 'GET', `/toggles?q=${CANARY}&token=${CANARY}`, {
    headers: { authorization: `Bearer rc_person_${CANARY}` },
  })
  await fetch(`${web}/api/auth/callback/oidc?code=${CANARY}&state=${CANARY}`, {
    redirect: 'manual',
  })
  await fetch(`${web}/toggles/${CANARY}%0a{"level":"forged"}`, { redirect: 'manual' })
  await fetch(`${flags}/ofrep/v1/evaluate/flags/${CANARY}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CANARY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ context: { targetingKey: CANARY, email: `${CANARY}@example.gov` } }),
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const logs = readdirSync(join(home, 'logs')).filter((name) => !/^(build|generate)/.test(name))
  expect(logs.length).toBeGreaterThan(3)
  for (const name of logs) {
    const text = kept(join('logs', name))
    expect(leakedIn(text), name).toBe(0)
    // Where the demo's settings send heads of the log is nobody's own address.
    const lines = text.replaceAll('mailto:auditor@example.gov', '').split('\n')
    // The evaluation server names the flag that was asked for: a key is no secret and no person.
    const ours = lines.filter((line) => line.includes(CANARY) && !/"key":"canary/.test(line))
    expect(ours, name).toEqual([])
    expect(lines.filter((line) => /@example\.gov|Priya Raman|Tomás Ibarra/.test(line))).toEqual([])
    expect(lines.filter((line) => line.startsWith('{"level":"forged"'))).toEqual([])
  }
})

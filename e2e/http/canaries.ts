import type { Action } from '../../domain/permissions.ts'
import { call } from './api.ts'

/** Something that stands in one place, and the right without which nobody reads it anywhere. */
interface Canary {
  readonly text: string
  readonly seenWith: Action
}

const ADDRESS = 'canary.person@example.gov'
const SUBJECT = 'canary-subject-51f0'
const GROUP = 'canary-group-8c2e'
const SERVICE = 'Canary pipeline 3d9b'
const NAMED = 'canary-actor-77aa'
const HOOK = 'Canary hook 60ef'

export const CANARIES: readonly Canary[] = [
  { text: ADDRESS, seenWith: 'person.manage' },
  { text: NAMED, seenWith: 'actors.read' },
]

export interface Planted {
  readonly person: string
  readonly webhook: string
  /** What only somebody with a role may know. */
  readonly everywhere: readonly string[]
}

/** Puts each canary where it belongs; done once already, it stands there still. */
export async function plantCanaries(toggle: string): Promise<Planted> {
  const people = async () =>
    (await call('administrator', 'GET', `/people?q=${SUBJECT}`)).at('people.0.id')
  const webhooks = async () =>
    (
      (await call('administrator', 'GET', '/webhooks')).at('webhooks') as {
        id: string
        name: string
      }[]
    ).find(({ name }) => name === HOOK)?.id
  if ((await people()) === undefined) {
    await made('/people', {
      issuer: 'https://login.example.gov',
      subject: SUBJECT,
      name: 'Ines Duarte',
      email: ADDRESS,
    })
    await made('/webhooks', {
      name: HOOK,
      url: 'https://hooks.example.gov/rollcall',
      environments: ['production'],
    })
    await made('/group-rules', { value: GROUP, team: 'benefits-portal', role: 'viewer' })
    await made('/tokens', { kind: 'service', name: SERVICE, scopes: ['read'], lasts_hours: 24 })
    const flip = { actors: [NAMED], reason: 'Somebody tries it first' }
    const answer = await call('tech_lead', 'PATCH', `/toggles/${toggle}/environments/staging`, {
      body: flip,
    })
    if (answer.status !== 200) throw new Error(answer.text)
  }
  return {
    person: String(await people()),
    webhook: String(await webhooks()),
    everywhere: ['Priya Raman', 'Tomás Ibarra', 'Grace Okafor', GROUP, SERVICE, HOOK],
  }
}

async function made(path: string, body: unknown): Promise<void> {
  const answer = await call('administrator', 'POST', path, { body })
  if (answer.status !== 201) throw new Error(answer.text)
}

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ROLES, type Role } from '../../../../domain/actor.ts'
import { PERMISSIONS } from '../../../../domain/permission-table.ts'
import type { Rule } from '../../../../domain/rights/rule.ts'
import { systemActor } from '../../../../server/access/system-actor.ts'
import { shown } from '../../../../server/api/examples/shown.ts'
import { STORY } from '../../../../server/api/examples/story.ts'
import { OPERATIONS } from '../../../../server/api/operations.ts'
import { changesSoFar } from '../../../../server/api/testing/changes-so-far.ts'
import { type Sent, send, tokenOf, wordsOf } from '../../../../server/api/testing/send-example.ts'
import { enrolPerson } from '../../../../server/teams/enrol-person.ts'
import { setUpTeam } from '../../../../server/teams/set-up-team.ts'
import { cast } from '../../../../server/testing/cast.ts'
import { useCast } from '../../../../server/testing/test-database.ts'
import { issueToken } from '../../../../server/tokens/issue-token.ts'
import { handlerOf } from './handler-of.ts'
import { rightsOf } from './rights-of.ts'

type Where = 'own' | 'other'
interface Holder {
  readonly role: Role
  readonly where: Where
  readonly token: string
}

const DAY_MS = 86_400_000

/** Somebody for each role in the story's team and in another, with a token that may what they may. */
async function holders(): Promise<Holder[]> {
  const other = await setUpTeam(systemActor(), { slug: 'appeals', name: 'Appeals' }, [])
  const teams = { own: cast.alma().memberships[0]?.teamId ?? '', other: other.teamId }
  const found: Holder[] = []
  for (const role of ROLES) {
    for (const where of ['own', 'other'] as const) {
      const subject = `${role} of ${where}`
      const personId = await enrolPerson(
        systemActor(),
        {
          issuer: 'https://roles.example.gov',
          subject,
          name: subject,
          email: `${subject.replaceAll(/\W/g, '-')}@example.gov`,
          teamId: teams[where],
          role,
          discipline: role === 'discipline_lead' ? 'content' : null,
        },
        [],
      )
      const token = await issueToken(systemActor(), {
        name: subject,
        kind: 'person',
        personId,
        environment: null,
        scopes: [],
        expiresAt: new Date(Date.now() + DAY_MS),
      })
      found.push({ role, where, token })
    }
  }
  return found
}

/** Whether the table gives a role any of the rights that an operation may ask for. */
function isAllowed(operation: string, { role, where }: Holder): boolean {
  const rights = rightsOf(operation)
  if (rights === null) return true
  return rights.actions.some((action) => {
    const rule: Rule = PERMISSIONS[action]
    const counts = where === 'own' || rights.ofNoTeam || rule.where === 'installation'
    return counts && rule.roles.includes(role)
  })
}

describe('the permission table over the API', () => {
  beforeAll(() => {
    vi.stubEnv('NEXTAUTH_SECRET', 'Jq3v8mZp1xWc7RtY5nLb2KdF9sHg4TaQ')
  })
  afterAll(() => {
    vi.unstubAllEnvs()
  })
  useCast()

  test('every role that lacks the right is refused each step of the story, in its own team and in another', async () => {
    const everybody = await holders()
    const kept = new Map<string, string>()
    const tokens = new Map<string, string>()
    const faults: string[] = []
    let cells = 0
    for (const [at, { of, as, keep = {}, ...example }] of STORY.entries()) {
      const operation = OPERATIONS.find(({ id }) => id === of)
      if (!operation) throw new Error(`no operation is called ${of}`)
      const sent = shown(example, wordsOf(kept)) as Sent
      const refused = as === null ? [] : everybody.filter((holder) => !isAllowed(of, holder))
      const changesBefore = await changesSoFar()
      const answers = await Promise.all(
        refused.map(async ({ role, where, token }) => {
          const { answer, text } = await send(handlerOf, operation, token, sent)
          return { role, where, status: answer.status, text }
        }),
      )
      for (const { role, where, status, text } of answers) {
        cells += 1
        if (status !== 403)
          faults.push(`${of} as ${role} of the ${where} team: ${status} ${text.slice(0, 160)}`)
      }
      const changes = await changesSoFar()
      if (changes !== changesBefore) faults.push(`${of} changed something for who may not`)
      if (as && !tokens.has(as)) tokens.set(as, await tokenOf(as))
      const headers = { ...sent.headers, 'idempotency-key': `roles-${at}` }
      const token = as === null ? null : (tokens.get(as) ?? null)
      const { answer, text } = await send(handlerOf, operation, token, { ...sent, headers })
      if (answer.status >= 400) faults.push(`${of} was refused to ${as}: ${text.slice(0, 200)}`)
      for (const [name, path] of Object.entries(keep)) {
        const value = path.split('.').reduce<unknown>((v, key) => Object(v)[key], JSON.parse(text))
        kept.set(name, String(value))
      }
    }
    expect(faults).toEqual([])
    expect(cells).toBeGreaterThan(700)
  }, 600_000)
})

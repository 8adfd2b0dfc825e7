import { ROLES, type Role } from '../../../domain/actor.ts'
import { LIMITED, NOT_BY_LIMITED_TOKENS, PERMISSIONS } from '../../../domain/permission-table.ts'
import type { Action } from '../../../domain/permissions.ts'
import type { Rule } from '../../../domain/rights/rule.ts'
import { addPerson } from '../../access/add-person.ts'
import { systemActor } from '../../access/system-actor.ts'
import { enrolPerson } from '../../teams/enrol-person.ts'
import { setUpTeam } from '../../teams/set-up-team.ts'
import { cast } from '../../testing/cast.ts'
import { issueToken } from '../../tokens/issue-token.ts'
import type { Rights } from './rights.ts'

/** Somebody who asks: what they prove themselves by, and whether the table lets them. */
interface Caller {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly isAllowed: (rights: Rights) => boolean
  /** Whether what they are answered says something that the answers to the others do not. */
  readonly isTelling: (rights: Rights) => boolean
}

type Where = 'own' | 'other'
const DAY_MS = 86_400_000
const SCOPES = ['read', 'plan', 'flip', 'register', 'archive', 'none'] as const

export const byToken = (token: string) => ({ authorization: `Bearer ${token}` })

/** A token of a person or a service account, which ends in a day. */
export function tokenFor(
  name: string,
  personId: string | null,
  scopes: readonly string[],
  lastsMs = DAY_MS,
): Promise<string> {
  return issueToken(systemActor(), {
    name,
    kind: personId === null ? 'service' : 'person',
    personId,
    environment: null,
    scopes: [...scopes],
    expiresAt: new Date(Date.now() + lastsMs),
  })
}

/** Makes somebody known with a role in a team. */
export function enrolled(subject: string, teamId: string, role: Role): Promise<string> {
  return enrolPerson(
    systemActor(),
    {
      issuer: 'https://roles.example.gov',
      subject,
      name: subject,
      email: `${subject.replaceAll(/\W/g, '-')}@example.gov`,
      teamId,
      role,
      discipline: role === 'discipline_lead' ? 'backend' : null,
    },
    [],
  )
}

/** What each role of the callers speaks for, under the policy of a team that never set one. */
const SPEAKS_FOR: Readonly<Partial<Record<Role, string>>> = {
  program_manager: 'product',
  discipline_lead: 'backend',
  government_lead: 'government_lead',
}

/** Whether a caller has the rights that are asked for, where each is theirs by `holds`. */
function hasThem(rights: Rights, holds: (action: Action, rule: Rule) => boolean): boolean {
  if (typeof rights === 'string') return rights === 'anybody'
  const held = (action: Action) => holds(action, PERMISSIONS[action])
  return rights.every ? rights.actions.every(held) : rights.actions.some(held)
}

const actionsOf = (rights: Rights) => (typeof rights === 'string' ? [] : rights.actions)
const isReading = (action: Action) => action === 'release.read' || action === 'audit.read'

/** By role and place: what the table says of a token of theirs. */
function byRole(rights: Rights, role: Role, where: Where, isLimited: boolean): boolean {
  const { ofNoTeam = false, speaksFor } = typeof rights === 'string' ? {} : rights
  const speaks = speaksFor === undefined || SPEAKS_FOR[role] === speaksFor
  return hasThem(rights, (action, rule) => {
    const counts = where === 'own' || ofNoTeam || rule.where === 'installation'
    const holds = counts && rule.roles.includes(role) && speaks
    return holds && !(isLimited && NOT_BY_LIMITED_TOKENS.has(action))
  })
}

function byScope(rights: Rights, scope: string): boolean {
  if (typeof rights !== 'string' && rights.byPersons) return false
  return hasThem(rights, (_, rule) => rule.scopes.includes(scope))
}

/**
 * Somebody for each role in the story's team and in another, each also with a limited token; a
 * service account for each scope and one without; and somebody whom nobody has given a role.
 */
export async function everyCaller(): Promise<Caller[]> {
  const other = await setUpTeam(systemActor(), { slug: 'appeals', name: 'Appeals' }, [])
  const teams = { own: cast.alma().memberships[0]?.teamId ?? '', other: other.teamId }
  const callers: Caller[] = []
  for (const role of ROLES) {
    for (const where of ['own', 'other'] as const) {
      const name = `${role} of the ${where} team`
      const person = await enrolled(name, teams[where], role)
      callers.push({
        name,
        headers: byToken(await tokenFor(name, person, [])),
        isAllowed: (rights) => byRole(rights, role, where, false),
        isTelling: () => true,
      })
      if (where === 'other') continue
      callers.push({
        name: `${name} with a limited token`,
        headers: byToken(await tokenFor(`${name}, limited`, person, [LIMITED])),
        isAllowed: (rights) => byRole(rights, role, where, true),
        isTelling: (rights) => actionsOf(rights).some((one) => NOT_BY_LIMITED_TOKENS.has(one)),
      })
    }
  }
  for (const scope of SCOPES) {
    const name = `service account of scope ${scope}`
    callers.push({
      name,
      headers: byToken(await tokenFor(name, null, scope === 'none' ? [] : [scope])),
      isAllowed: (rights) => byScope(rights, scope),
      isTelling: (rights) => scope === 'none' || !actionsOf(rights).every(isReading),
    })
  }
  const stranger = await addPerson(
    { issuer: 'https://roles.example.gov', subject: 'stranger', name: 'Stranger', email: null },
    null,
  )
  callers.push({
    name: 'somebody without a role',
    headers: byToken(await tokenFor('no role', stranger.id, [])),
    isAllowed: (rights) => rights === 'anybody',
    isTelling: () => true,
  })
  return callers
}

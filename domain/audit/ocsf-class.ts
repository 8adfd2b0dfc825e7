import type { OcsfSource } from './ocsf-source.ts'

/** The class of OCSF that an entry is an event of, with the members of that class. */
export interface OcsfClass {
  readonly uid: 3001 | 3002 | 3004 | 3005 | 6003
  readonly name: string
  readonly activity: number
  readonly activityName: string
  readonly members: Readonly<Record<string, unknown>>
}

const SERVICE = { name: 'Rollcall' } as const

const SIGN_INS: Readonly<Record<string, readonly [number, string]>> = {
  'session.started': [1, 'Logon'],
  'session.ended': [2, 'Logoff'],
}

const ACCOUNTS: Readonly<Record<string, readonly [number, string]>> = {
  'person.added': [1, 'Create'],
  'person.enabled': [2, 'Enable'],
  'person.disabled': [5, 'Disable'],
  'person.moved': [99, 'Other'],
}

const ROLES: Readonly<Record<string, readonly [number, string]>> = {
  'membership.granted': [1, 'Assign Privileges'],
  'membership.revoked': [2, 'Revoke Privileges'],
}

/** Finds the class of an entry; one of a kind that a later version writes is one of the last two. */
export function classOf(entry: OcsfSource): OcsfClass {
  const { type, outcome, actor, reason } = entry
  if (outcome === 'denied') return apiActivity(entry)
  const signIn = SIGN_INS[type]
  if (signIn) {
    const user = { uid: actor.id, name: actor.name }
    return classed(3002, 'Authentication', signIn, { user, service: SERVICE, is_remote: true })
  }
  const account = ACCOUNTS[type]
  if (account) return classed(3001, 'Account Change', account, { user: personOf(entry) })
  const role = ROLES[type]
  if (role) {
    const privileges = [privilegeOf(entry)]
    const members = { user: personOf(entry), privileges, resource: SERVICE }
    return classed(3005, 'User Access Management', role, members)
  }
  const [first] = entry.changes
  if (!first) return apiActivity(entry)
  const { entity, id, name, version } = first
  const managed = { type: entity, uid: id, version: String(version), ...(name ? { name } : {}) }
  return classed(3004, 'Entity Management', first.before === null ? [1, 'Create'] : [3, 'Update'], {
    entity: managed,
    ...(reason === null ? {} : { comment: reason }),
  })
}

function apiActivity(entry: OcsfSource): OcsfClass {
  const { type, request_id, target, via } = entry
  const reads = type === 'log.exported' || type === 'log.followed'
  return classed(6003, 'API Activity', reads ? [2, 'Read'] : [99, triedOf(entry) ?? type], {
    api: {
      operation: type,
      service: SERVICE,
      group: { name: via },
      request: { uid: request_id },
    },
    resources: Object.entries(target).map(([kind, name]) => ({ type: kind, name: String(name) })),
  })
}

function classed(
  uid: OcsfClass['uid'],
  name: string,
  [activity, activityName]: readonly [number, string],
  members: OcsfClass['members'],
): OcsfClass {
  return { uid, name, activity, activityName, members }
}

function personOf({ payload, changes }: OcsfSource) {
  const { person } = dataOf(payload)
  const name = changes.find(({ entity }) => entity === 'person')?.name
  return {
    uid: String(person ?? changes[0]?.id ?? 'unknown'),
    type_id: 1,
    ...(name ? { name } : {}),
  }
}

function privilegeOf({ payload }: OcsfSource): string {
  const { role, discipline } = dataOf(payload)
  return discipline == null ? String(role) : `${role}: ${discipline}`
}

/** What a refused attempt wanted, as a phrase. */
function triedOf({ payload }: OcsfSource): string | null {
  const { tried } = dataOf(payload)
  return typeof tried === 'string' ? tried : null
}

function dataOf(payload: string): Readonly<Record<string, unknown>> {
  return Object(Object(JSON.parse(payload)).data)
}

import { classOf } from './ocsf-class.ts'
import type { OcsfSource } from './ocsf-source.ts'

export type OcsfEvent = Readonly<Record<string, unknown>>

/** The version of the schema that the events are of. */
const OCSF_VERSION = '1.3.0'

const CATEGORIES: Readonly<Record<number, string>> = {
  3: 'Identity & Access Management',
  6: 'Application Activity',
}

const USER_TYPES = { person: [1, 'User'], service: [4, 'Service'], system: [3, 'System'] } as const

/**
 * An entry as an event of the Open Cybersecurity Schema Framework: sign-ins as Authentication,
 * people as Account Change, roles as User Access Management, whatever changed a row as Entity
 * Management, and the rest, refused attempts too, as API Activity. What OCSF has no place for, the
 * links of the chain before all, is under `unmapped`.
 *
 * @param origin the address of the installation.
 */
export function ocsfEvent(entry: OcsfSource, origin: string): OcsfEvent {
  const { uid, name, activity, activityName, members } = classOf(entry)
  const category = Math.floor(uid / 1000)
  const severity = severityOf(entry)
  const isDenied = entry.outcome === 'denied'
  return {
    activity_id: activity,
    activity_name: activityName,
    category_uid: category,
    category_name: CATEGORIES[category],
    class_uid: uid,
    class_name: name,
    type_uid: uid * 100 + activity,
    type_name: `${name}: ${activityName}`,
    severity_id: severity,
    severity: SEVERITIES[severity],
    status_id: isDenied ? 2 : 1,
    status: isDenied ? 'Failure' : 'Success',
    ...(isDenied && entry.texts.detail ? { status_detail: entry.texts.detail } : {}),
    time: Date.parse(entry.sealed_at),
    message: entry.sentence,
    metadata: metadataOf(entry, origin),
    actor: { user: userOf(entry.actor) },
    src_endpoint: endpointOf(entry),
    ...members,
    unmapped: unmappedOf(entry),
  }
}

const SEVERITIES = { 1: 'Informational', 2: 'Low', 3: 'Medium', 4: 'High' } as const

const LOUD: ReadonlySet<string> = new Set([
  'flip.overrode_checks',
  'environment.unprotected',
  'stage.waived',
  'webhook.disabled',
])

function severityOf({ type, outcome }: OcsfSource): keyof typeof SEVERITIES {
  if (type === 'log_head.refused') return 4
  if (LOUD.has(type)) return 3
  return outcome === 'denied' ? 2 : 1
}

function metadataOf({ seq, type, sealed_at, request_id, payload }: OcsfSource, origin: string) {
  return {
    version: OCSF_VERSION,
    product: { name: 'Rollcall', vendor_name: 'Rollcall', uid: origin, feature: { name: 'Audit' } },
    uid: String(Object(JSON.parse(payload)).id),
    sequence: seq,
    event_code: type,
    correlation_uid: request_id,
    log_name: 'audit',
    log_provider: 'Rollcall',
    original_time: sealed_at,
  }
}

function userOf({ kind, id, name, roles, token }: OcsfSource['actor']) {
  const [type_id, type] = USER_TYPES[kind]
  return {
    uid: id,
    name,
    type_id,
    type,
    ...(roles.length === 0 ? {} : { groups: roles.map((role) => ({ name: role })) }),
    ...(token === null ? {} : { credential_uid: token }),
  }
}

/** From where it came; the service itself where no address is known. */
function endpointOf({ texts, via }: OcsfSource) {
  return texts.address ? { ip: texts.address, svc_name: via } : { svc_name: via }
}

function unmappedOf({ seq, target, via, reason, leaf, prev, hash, changes }: OcsfSource) {
  return {
    seq,
    target,
    via,
    ...(reason === null ? {} : { reason }),
    changes: changes.map(({ entity, id, version }) => ({ entity, id, version })),
    chain: { leaf, prev, hash },
  }
}

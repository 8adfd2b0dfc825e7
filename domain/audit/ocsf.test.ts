import { describe, expect, test } from 'vitest'
import { ocsfEvent } from './ocsf.ts'
import type { OcsfSource } from './ocsf-source.ts'
import { BASE_REQUIRED, CLASSES, OBJECTS } from './testing/ocsf-schema.ts'
import { TOLD } from './testing/told-entries.ts'

const ID = '0f0e2a52-0000-4000-8000-000000000009'
const change = { entity: 'toggle', id: ID, name: 'new_intake_form', version: 2, before: {} }

function source(type: string, data: unknown, more: Partial<OcsfSource> = {}): OcsfSource {
  return {
    seq: 41,
    sealed_at: '2027-02-03T10:00:00.123456Z',
    type,
    outcome: 'allowed',
    sentence: 'Tomás Ibarra did it.',
    actor: { kind: 'person', id: ID, name: 'Tomás Ibarra', roles: ['tech_lead'], token: null },
    target: { toggle: 'new_intake_form', environment: 'production' },
    via: 'page',
    request_id: ID,
    reason: 'Stage two',
    texts: { address: '192.0.2.1' },
    changes: [change],
    payload: JSON.stringify({ id: ID, data }),
    leaf: 'aa',
    prev: 'bb',
    hash: 'cc',
    ...more,
  }
}

const event = (entry: OcsfSource) => ocsfEvent(entry, 'https://rollcall.example.gov')

/** What an event lacks or has wrong by the schema, a line each. */
function faults(told: Readonly<Record<string, unknown>>): string[] {
  const schema = CLASSES[Number(told.class_uid)]
  if (!schema) return [`there is no class ${told.class_uid}`]
  const found = [...BASE_REQUIRED, ...schema.required]
    .filter((name) => told[name] === undefined || told[name] === null)
    .map((name) => `${name} is missing`)
  if (schema.oneOf && !schema.oneOf.some((name) => name in told)) found.push('one of is missing')
  if (!schema.activities.includes(Number(told.activity_id))) found.push('no such activity')
  if (told.class_name !== schema.name) found.push('another name')
  if (told.type_uid !== Number(told.class_uid) * 100 + Number(told.activity_id)) {
    found.push('type_uid is not class and activity')
  }
  if (told.category_uid !== Math.floor(Number(told.class_uid) / 1000)) found.push('category')
  for (const [path, { required, oneOf }] of Object.entries(OBJECTS)) {
    const object = path.split('.').reduce<unknown>((at, name) => Object(at)[name], told)
    if (object === undefined) continue
    const lacking = required.filter((name) => Object(object)[name] === undefined)
    found.push(...lacking.map((name) => `${path}.${name} is missing`))
    if (oneOf && !oneOf.some((name) => name in Object(object))) found.push(`${path}: one of`)
  }
  return found
}

describe('every kind of entry as an event of OCSF', () => {
  test.each(Object.entries(TOLD))('%s has what its class requires', (type, { data }) => {
    expect(faults(event(source(type, data)))).toEqual([])
    expect(faults(event(source(type, data, { changes: [], reason: null, texts: {} })))).toEqual([])
    expect(faults(event(source(type, data, { outcome: 'denied' })))).toEqual([])
  })

  test.each([
    ['session.started', 300_201],
    ['session.ended', 300_202],
    ['person.disabled', 300_105],
    ['membership.granted', 300_501],
    ['membership.revoked', 300_502],
    ['toggle.widened', 300_403],
    ['log.exported', 600_302],
  ])('%s is %i', (type, uid) => {
    const changes = type === 'log.exported' ? [] : [change]
    const data = { person: ID, role: 'tech_lead', discipline: null }
    expect(event(source(type, data, { changes })).type_uid).toBe(uid)
  })

  test('what began with no row is created; what was refused is a failed call', () => {
    const changes = [{ ...change, before: null }]
    expect(event(source('toggle.registered', {}, { changes })).type_uid).toBe(300_401)
    const refused = source('attempt.refused', { tried: 'widen it' }, { outcome: 'denied' })
    expect(event(refused)).toMatchObject({
      type_uid: 600_399,
      activity_name: 'widen it',
      status_id: 2,
      severity_id: 2,
    })
  })

  test('holds who, when, why, from where, and its place in the chain', () => {
    expect(event(source('toggle.widened', {}))).toMatchObject({
      time: Date.parse('2027-02-03T10:00:00.123Z'),
      message: 'Tomás Ibarra did it.',
      comment: 'Stage two',
      src_endpoint: { ip: '192.0.2.1', svc_name: 'page' },
      metadata: {
        version: '1.3.0',
        sequence: 41,
        event_code: 'toggle.widened',
        correlation_uid: ID,
      },
      actor: { user: { uid: ID, name: 'Tomás Ibarra', groups: [{ name: 'tech_lead' }] } },
      unmapped: { seq: 41, chain: { hash: 'cc', prev: 'bb', leaf: 'aa' } },
    })
  })

  test('an override is louder than a flip, a log that does not lead on the loudest', () => {
    const severity = (type: string) => event(source(type, {})).severity_id
    expect(['toggle.widened', 'flip.overrode_checks', 'log_head.refused'].map(severity)).toEqual([
      1, 3, 4,
    ])
  })
})

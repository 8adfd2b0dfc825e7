import { db } from '../../db.ts'

interface LogEntry {
  readonly type: string
  readonly outcome: string
  readonly actorId: string
  readonly plan: string | null
  readonly data: unknown
  readonly changed: readonly string[]
  readonly texts: Readonly<Record<string, string | null>>
}

const OF_ENROLMENT = ['team.created', 'environment.created', 'person.added', 'membership.granted']

/** The entries that were written since the cast was enrolled, oldest first. */
export async function planEntries(): Promise<LogEntry[]> {
  const rows = await db().auditChain.findMany({
    where: {
      event: {
        OR: [
          { type: { notIn: OF_ENROLMENT } },
          { actorId: { not: 'system' } },
          { payload: { contains: '"group":' } },
        ],
      },
    },
    select: {
      event: {
        include: { texts: true, changes: { orderBy: [{ entity: 'asc' }, { entityId: 'asc' }] } },
      },
    },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ event }) => ({
    type: event.type,
    outcome: event.outcome,
    actorId: event.actorId,
    plan: event.plan,
    data: dataOf(event.payload),
    changed: event.changes.map(({ entity, version }) => `${entity} ${version}`),
    texts: Object.fromEntries(event.texts.map(({ field, text }) => [field, text])),
  }))
}

function dataOf(payload: string): unknown {
  const parsed: unknown = JSON.parse(payload)
  return typeof parsed === 'object' && parsed !== null && 'data' in parsed ? parsed.data : null
}

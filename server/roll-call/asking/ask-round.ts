import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../domain/actor.ts'
import { type AskingCause, isReminder } from '../../../domain/roll-call/asking.ts'
import type { RosterRow } from '../../../domain/roll-call/roster.ts'
import type { Written } from '../../change.ts'
import type { Db } from '../../db.ts'
import { enqueueMail } from '../../mail/enqueue-mail.ts'
import { lockPlan } from '../../plans/lock-plan.ts'
import type { Entry } from '../../write-entry.ts'
import { databaseNow } from '../database-now.ts'
import { findRound, type Round, rosterOf } from '../load-round.ts'
import { askingMail } from './asking-mail.ts'
import { whoSpeaks } from './who-speaks.ts'

/** Whether and why somebody is asked now, whose discipline has not spoken or went stale. */
export type Why = (asked: {
  readonly row: RosterRow
  /** When they were last asked or reminded, null when never. */
  readonly askedAt: Date | null
  readonly now: Date
  readonly neededBy: Date | null
}) => AskingCause | null

/** Statuses of a discipline that says nothing that counts. */
const SILENT: readonly RosterRow['status'][] = ['waiting', 'stale', 'withdrawn']

interface Request {
  readonly id: string
  readonly cause: AskingCause
  readonly row: RosterRow
  readonly personId: string
}

/**
 * Asks everybody in an open round for whom `why` finds a cause, each once for the same cause, word
 * and date: a row a person and discipline, one entry a cause, one mail a person and cause. Answers
 * how many were asked.
 */
export async function askRound(
  tx: Db,
  actor: Actor,
  { slug, rollCall }: { readonly slug: string; readonly rollCall: string },
  why: Why,
): Promise<Written<number>> {
  const plan = await lockPlan(tx, actor, 'release.read', slug)
  const round = await findRound(tx, plan.id, rollCall)
  if (!round || round.decision !== null) return { result: 0, entries: 'unchanged' }
  const due = await tx.rollCallDue.findUnique({ where: { rollCallId: round.id } })
  const neededBy = due?.neededBy ?? null
  const now = await databaseNow(tx)
  const requests = await newRequests(tx, { round, teamId: plan.teamId, neededBy, now }, why)
  for (const { personId, cause, rows } of perPerson(requests)) {
    await enqueueMail(tx, {
      to: { personId },
      ...askingMail({
        cause,
        plan,
        number: round.number,
        openedBy: round.openedBy.name,
        neededBy,
        disciplines: rows.map((row) => ({
          discipline: row.discipline,
          reviews: reviewsOf(round, row),
          staleSections: row.stale_sections,
          signedOn: row.sign_off?.revision ?? null,
        })),
      }),
    })
  }
  const [first, ...others] = entriesOf(requests, { plan: slug, roll_call: round.number })
  return { result: requests.length, entries: first ? [first, ...others] : 'unchanged' }
}

async function newRequests(
  tx: Db,
  asking: { round: Round; teamId: string; neededBy: string | null; now: Date },
  why: Why,
): Promise<Request[]> {
  const { round, teamId, neededBy, now } = asking
  const speakers = await whoSpeaks(tx, { teamId, policy: round.policy, now })
  const kept = await tx.signOffRequest.findMany({ where: { rollCallId: round.id } })
  const requests: Request[] = []
  for (const row of await rosterOf(tx, round)) {
    if (!SILENT.includes(row.status)) continue
    for (const { id: personId } of speakers.get(row.discipline) ?? []) {
      const mine = kept.filter(
        (one) => one.personId === personId && one.discipline === row.discipline,
      )
      const last = Math.max(...mine.map(({ askedAt }) => askedAt.getTime()))
      // Who opened the round need not be asked: they knew of it then.
      const isOpener = personId === round.openedBy.id
      const knewAt = isOpener ? round.openedAt : null
      const askedAt = mine.length === 0 ? knewAt : new Date(last)
      const date = neededBy === null ? null : new Date(neededBy)
      const cause = why({ row, askedAt, now, neededBy: date })
      if (cause === null || (cause === 'opened' && isOpener)) continue
      const after = row.sign_off?.ordinal ?? 0
      const by = isReminder(cause) ? (neededBy ?? '') : ''
      if (mine.some((one) => one.cause === cause && one.after === after && one.neededBy === by)) {
        continue
      }
      const id = randomUUID()
      requests.push({ id, cause, row, personId })
      await tx.signOffRequest.create({
        data: {
          id,
          rollCallId: round.id,
          discipline: row.discipline,
          personId,
          cause,
          after,
          neededBy: by,
          askedAt: now,
        },
      })
    }
  }
  return requests
}

function perPerson(requests: readonly Request[]) {
  const groups = Map.groupBy(requests, ({ personId, cause }) => `${personId} ${cause}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, rows: group.map(({ row }) => row) }] : []
  })
}

function entriesOf(requests: readonly Request[], target: Entry['target']): Entry[] {
  return [...Map.groupBy(requests, ({ cause }) => cause)].map(([cause, group]) => ({
    type: 'sign_off.asked',
    target,
    data: { cause, disciplines: [...new Set(group.map(({ row }) => row.discipline))] },
    changed: group.map(({ id }) => ({ entity: 'sign_off_request', id, before: null })),
  }))
}

function reviewsOf(round: Round, { discipline }: RosterRow) {
  return round.disciplines.find((asked) => asked.discipline === discipline)?.reviews ?? []
}

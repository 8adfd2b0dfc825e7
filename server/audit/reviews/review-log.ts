import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '../../../domain/actor.ts'
import { may } from '../../../domain/permissions.ts'
import { Refused } from '../../../domain/refusal.ts'
import { change, type Done } from '../../change.ts'
import { findHead } from '../verify.ts'

/** What a review takes: the entry up to which the log was read, and what is to be said of it. */
export const logReviewInput = z.strictObject({
  up_to: z.int('is the number of an entry.').min(1, 'is the number of an entry.'),
  note: z.string().trim().min(1, 'must not be empty.').max(4000).nullish(),
})

export type LogReviewInput = z.infer<typeof logReviewInput>

/** A review as it was kept. */
export interface Reviewed {
  readonly from: number
  readonly up_to: number
}

/**
 * Keeps the word of somebody who answers for the log that they have read it, from where their last
 * review ended up to an entry. Reading goes on, never back.
 *
 * @throws Refused `forbidden`; `invalid` for an entry that is not there yet or was reviewed before.
 */
export async function reviewLog(actor: Actor, input: LogReviewInput): Promise<Done<Reviewed>> {
  const { up_to: upTo } = input
  const attempt = { tried: `review the log up to entry ${upTo}`, target: {} }
  return change(actor, attempt, async (tx) => {
    if (!may(actor, 'audit.review') || actor.kind !== 'person') {
      throw new Refused({ code: 'forbidden', action: 'audit.review' })
    }
    // One's own reviews, one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(727078, hashtext(${actor.id}))`
    const head = await findHead()
    if (head === null || upTo > head.seq) {
      throw invalid(`The newest entry is ${head?.seq ?? 0}: entry ${upTo} is not there yet.`)
    }
    const last = await tx.logReview.findFirst({
      where: { personId: actor.id },
      orderBy: { upTo: 'desc' },
    })
    const from = Number(last?.upTo ?? 0) + 1
    if (upTo < from) throw invalid(`You have reviewed the log up to entry ${from - 1} already.`)
    const id = randomUUID()
    const note = input.note ?? null
    await tx.logReview.create({ data: { id, personId: actor.id, upTo: BigInt(upTo), note } })
    return {
      result: { from, up_to: upTo },
      entries: [
        {
          type: 'log.reviewed',
          target: {},
          data: { from, up_to: upTo },
          texts: note === null ? {} : { note },
          changed: [{ entity: 'log_review', id, before: null }],
        },
      ],
    }
  })
}

function invalid(message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path: 'up_to', message }] })
}

import type { Actor } from '../domain/actor.ts'
import type { Target } from '../domain/audit/entry.ts'
import { type Refusal, Refused, summarise } from '../domain/refusal.ts'
import { holdingChecks } from '../domain/rollout/holding-checks.ts'
import { abortedByDatabase, databaseGone } from './database-failure.ts'
import { type Db, db } from './db.ts'
import { recallAnswer, rememberAnswer } from './idempotency.ts'
import { inSpan } from './span.ts'
import { type Entry, writeEntries } from './write-entry.ts'

/** What a command's callback gives back: its result, and what happened — never nothing. */
export interface Written<R> {
  readonly result: R
  readonly entries: readonly [Entry, ...Entry[]] | 'unchanged'
}

/** A result with its entries, which may turn out to be none: then nothing may have changed either. */
export function told<R>(result: R, entries: readonly Entry[]): Written<R> {
  const [first, ...others] = entries
  return { result, entries: first === undefined ? 'unchanged' : [first, ...others] }
}

/** A command's result with the log's numbers of its entries, in the order they were named. */
export interface Done<R> {
  readonly result: R
  readonly seqs: readonly number[]
}

/** What an attempt was about, for the entry of a refused one. */
export interface Attempt {
  /** A phrase that follows "tried to": "widen production to 10 %". */
  readonly tried: string
  readonly target: Target
  /** How long its transaction may take, in milliseconds, where that is more than ten seconds. */
  readonly patienceMs?: number
}

const RETRIES = 4
const LIMITS = { maxWait: 10_000, timeout: 10_000 }

/**
 * The only way to write. Runs `work` in one transaction with its audit entries: state, entry and
 * the answer kept for a repeated Idempotency-Key commit together or not at all. A refusal rolls
 * everything back and is put on record as a denied attempt. Only what PostgreSQL says it aborted is
 * run again; when the connection broke at COMMIT, the log is asked whether it happened.
 *
 * @throws Refused when a rule says no.
 */
export async function change<R>(
  actor: Actor,
  attempt: Attempt,
  work: (tx: Db) => Promise<Written<R>>,
): Promise<Done<R>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(actor, work, attempt.patienceMs)
    } catch (error) {
      if (error instanceof Refused) {
        await recordRefusal(actor, attempt, error.refusal)
        throw error
      }
      if (abortedByDatabase(error) && tries < RETRIES) continue
      // The connection broke: whether it happened, only the log can say.
      if (databaseGone(error)) {
        const kept = await recallAnswer<R>(db(), actor)
        if (kept) return { result: kept.result, seqs: await seqsOf(kept.eventIds) }
      }
      throw error
    }
  }
}

async function once<R>(
  actor: Actor,
  work: (tx: Db) => Promise<Written<R>>,
  timeout = LIMITS.timeout,
): Promise<Done<R>> {
  const about = { 'rollcall.request_id': actor.origin.requestId }
  return await inSpan('change', about, () => committed(actor, work, timeout))
}

async function committed<R>(
  actor: Actor,
  work: (tx: Db) => Promise<Written<R>>,
  timeout: number,
): Promise<Done<R>> {
  const written = await db().$transaction(
    async (tx) => {
      const kept = await recallAnswer<R>(tx, actor)
      if (kept) return kept
      const { result, entries } = await work(tx)
      const eventIds =
        entries === 'unchanged' ? [] : await writeEntries(tx, actor, entries, 'allowed')
      await rememberAnswer(tx, actor, result, eventIds)
      return { result, eventIds }
    },
    { ...LIMITS, timeout },
  )
  return { result: written.result, seqs: await seqsOf(written.eventIds) }
}

async function seqsOf(eventIds: readonly string[]): Promise<number[]> {
  if (eventIds.length === 0) return []
  const rows = await db().auditChain.findMany({
    where: { eventId: { in: [...eventIds] } },
    select: { seq: true },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ seq }) => Number(seq))
}

/** Refusals that say something about who tried what; a mistyped field or a missing page does not. */
const ON_RECORD: ReadonlySet<Refusal['code']> = new Set([
  'forbidden',
  'not_permitted',
  'fresh_sign_in_needed',
  'checks_not_passed',
  'launch_not_ready',
  'version_conflict',
  'revision_conflict',
])

/** Puts a refused attempt on record, in a transaction of its own. */
async function recordRefusal(actor: Actor, attempt: Attempt, refusal: Refusal): Promise<void> {
  if (!ON_RECORD.has(refusal.code)) return
  const entry: Entry = {
    type: 'attempt.refused',
    target: attempt.target,
    data: {
      tried: attempt.tried,
      refusal: refusal.code,
      checks:
        refusal.code === 'checks_not_passed'
          ? holdingChecks(refusal.checks).map(({ check }) => check)
          : [],
    },
    texts: { detail: summarise(refusal).detail },
    changed: [],
  }
  await db().$transaction(async (tx) => {
    await writeEntries(tx, actor, [entry], 'denied')
  }, LIMITS)
}

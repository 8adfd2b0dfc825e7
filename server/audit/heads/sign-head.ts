import { randomUUID } from 'node:crypto'
import { isHeadDue } from '../../../domain/audit/head-due.ts'
import { type Db, db } from '../../db.ts'
import { enqueue } from '../../jobs/enqueue.ts'
import { findHead } from '../verify.ts'
import type { HeadPlace } from './head-place.ts'
import { type HeadKey, type SignedHead, signStatement } from './head-statement.ts'
import type { HeadMemory, KeptHead } from './kept-head.ts'
import { recordRefusal } from './record-refusal.ts'
import { takeUpKey } from './take-up-key.ts'
import { whyNotSigned } from './why-not-signed.ts'

/** Who signs heads, with what memory, and who is told of them. */
export interface HeadSigner {
  readonly key: HeadKey
  readonly memory: HeadMemory
  readonly places: readonly HeadPlace[]
  /** The address of the installation. */
  readonly origin: string
}

/**
 * Signs the head of the log when one is due, and puts its deliveries on the worker's list. Refuses
 * when the log does not lead from the last signed head, this signer's own or the database's, to the
 * present: that goes on record, and those who audit are written to. Answers what came of it.
 */
export async function signHead(signer: HeadSigner): Promise<string> {
  await takeUpKey(signer.key)
  const own = signer.memory.read()
  return db().$transaction(
    async (tx) => {
      // Two workers would sign the same moment twice.
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(727075) AS taken`
      if (lock?.taken !== true) return 'another worker signs'
      const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
      const present = await findHead()
      if (present === null || !clock) return 'the log is empty'
      const newest = await newestHead(tx)
      const last = later(own, newest)
      const now = { size: present.seq, at: clock.now.getTime() }
      const due = last && { size: last.size, signedAt: Date.parse(last.time) }
      if (!isHeadDue(due, now)) return 'not due'
      const why = await whyNotSigned(last, present)
      if (why !== null) return recordRefusal(last, why)
      const previous = last && { size: last.size, hash: last.hash, time: last.time }
      const head = signStatement(
        {
          format: 'rollcall-head-v1',
          origin: signer.origin,
          size: present.seq,
          hash: present.hash,
          time: clock.now.toISOString(),
          previous,
        },
        signer.key,
      )
      await keep(tx, head, newest?.number ?? 0, signer.places)
      signer.memory.write(head)
      return `signed the head at ${head.size}`
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
}

/**
 * The larger of two heads: a smaller one in the database was put back. Of one size the database's,
 * whose number tells which is the last one, also when the clock was set back.
 */
function later<H extends KeptHead>(own: KeptHead | null, newest: H | null): KeptHead | null {
  if (own === null || newest === null) return own ?? newest
  return own.size > newest.size ? own : newest
}

async function newestHead(tx: Db): Promise<(KeptHead & { number: number }) | null> {
  const row = await tx.logHead.findFirst({ orderBy: { number: 'desc' } })
  if (!row) return null
  const { number, size, hash, signedAt } = row
  return { number, size: Number(size), hash, time: signedAt.toISOString() }
}

async function keep(
  tx: Db,
  head: SignedHead,
  before: number,
  places: readonly HeadPlace[],
): Promise<void> {
  const id = randomUUID()
  const { size, hash, time, key_id: keyId } = head
  const signedAt = new Date(time)
  const body = JSON.stringify(head)
  await tx.logHead.create({
    data: { id, number: before + 1, size: BigInt(size), hash, signedAt, keyId, body },
  })
  for (const place of places) {
    if (place.kind === 'mail' && (await wasMailedToday(tx, place.name, signedAt))) continue
    await tx.headDelivery.create({ data: { headId: id, place: place.name } })
    await enqueue(
      tx,
      'deliver_head',
      { head: id, place: place.name },
      { jobKey: `head:${id}:${place.name}` },
    )
  }
}

/** A mail every five minutes would be read by nobody: the first head of each day, UTC, is mailed. */
async function wasMailedToday(tx: Db, place: string, at: Date): Promise<boolean> {
  const midnight = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
  const found = await tx.headDelivery.findFirst({
    where: { place, head: { signedAt: { gte: midnight } } },
    select: { place: true },
  })
  return found !== null
}

import { refusalOf, SIGN_IN_REFUSALS } from '../../domain/people/sign-in-refusal.ts'
import { db } from '../db.ts'
import { logLine } from '../log.ts'
import { writeEntries } from '../write-entry.ts'
import type { SignInMoment } from './sign-in-moment.ts'
import { systemActor } from './system-actor.ts'

const WINDOW_MS = 60_000
/** Anybody on the network can have a sign-in refused: more than these from one address within a minute go to the log of the process alone. */
const MOST = 10
const MOST_ADDRESSES = 10_000

const told = new Map<string, { since: number; count: number }>()

function isTooMany(address: string): boolean {
  const now = Date.now()
  const known = told.get(address)
  const one = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 }
  one.count += 1
  told.set(address, one)
  if (told.size > MOST_ADDRESSES) told.delete(told.keys().next().value ?? '')
  return one.count > MOST
}

/**
 * Puts a refused answer of the identity provider on record: a line in the log of the process always,
 * an entry in the audit log for at most ten of one address within a minute. Neither holds a code, a token or a claim.
 */
export async function recordRefusedSignIn(moment: SignInMoment): Promise<void> {
  const why = moment.refusal ?? refusalOf(moment.said ?? '')
  logLine('warning', {
    event: 'sign-in-refused',
    why,
    said: (moment.said ?? '').slice(0, 300),
    address: moment.address ?? '',
  })
  if (isTooMany(moment.address ?? '')) return
  const entry = {
    type: 'sign_in.refused',
    target: {},
    data: { why },
    texts: { detail: `The sign-in was refused, because ${SIGN_IN_REFUSALS[why]}.` },
    changed: [],
  } as const
  await db().$transaction(async (tx) => {
    await writeEntries(tx, systemActor(moment.address), [entry], 'denied')
  })
}

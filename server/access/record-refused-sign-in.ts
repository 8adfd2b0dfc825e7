import { refusalOf, SIGN_IN_REFUSALS } from '../../domain/people/sign-in-refusal.ts'
import { db } from '../db.ts'
import { logLine } from '../log.ts'
import { writeEntries } from '../write-entry.ts'
import type { SignInMoment } from './sign-in-moment.ts'
import { systemActor } from './system-actor.ts'

const WINDOW_MS = 60_000
/** Anybody on the network can have a sign-in refused: more than these a minute go to the log of the process alone. */
const MOST = 30

let since = 0
let count = 0

/**
 * Puts a refused answer of the identity provider on record: a line in the log of the process always,
 * an entry in the audit log for at most thirty a minute. Neither holds a code, a token or a claim.
 */
export async function recordRefusedSignIn(moment: SignInMoment): Promise<void> {
  const why = moment.refusal ?? refusalOf(moment.said ?? '')
  logLine('warning', {
    event: 'sign-in-refused',
    why,
    said: (moment.said ?? '').slice(0, 300),
    address: moment.address ?? '',
  })
  const now = Date.now()
  if (now - since > WINDOW_MS) [since, count] = [now, 0]
  count += 1
  if (count > MOST) return
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

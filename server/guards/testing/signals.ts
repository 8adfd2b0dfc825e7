import { db } from '../../db.ts'
import { findStateRow } from '../../toggles/state-row.ts'
import { KEY } from '../../toggles/testing/launched-toggle.ts'
import { receiveSignal } from '../receive-signal.ts'

/** A guard to make where these tests stand. */
export const errors = {
  toggle: KEY,
  environment: 'production',
  name: 'Error rate',
  tool: 'generic',
} as const

let told = 0

/** A telling of its own, as a monitoring tool would send it. */
export function firing(more: object = {}) {
  told += 1
  return { id: `telling-${told}`, status: 'firing', at: new Date().toISOString(), ...more }
}

interface Sent {
  readonly secret?: string
  readonly headers?: Record<string, string>
  readonly raw?: string
}

/** Calls a guard's URL with a body; answers its status and its body. */
export async function tell(id: string, body: unknown, { secret, headers = {}, raw }: Sent) {
  const request = new Request(`http://rollcall.example.gov/api/v1/guards/${id}/signal`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }),
      ...headers,
    },
    body: raw ?? JSON.stringify(body),
  })
  const answer = await receiveSignal(request, { params: Promise.resolve({ id }) })
  return { status: answer.status, body: await answer.json() }
}

/** The percentage of actors at which the guarded toggle stands. */
export async function share(): Promise<number | null> {
  const { state } = await findStateRow(db(), KEY, 'production', { lock: false })
  return state.percentageOfActors
}

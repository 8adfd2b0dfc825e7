import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import { applyPatch, type StatePatch } from '../../domain/toggle/state.ts'
import { change, type Done, told } from '../change.ts'
import type { Db } from '../db.ts'
import type { Entry } from '../write-entry.ts'
import { applyFlip, type Flipped } from './apply-flip.ts'
import { planOrder } from './plan-order.ts'
import { findStateRows } from './state-row.ts'

/** One of several flips that happen together. */
export interface FlipOfMany {
  readonly toggle: string
  readonly patch: StatePatch
  readonly expectedVersion?: number | undefined
  /** The state in words that it was signed to meet. */
  readonly meets?: string | undefined
}

/** What flips together take. */
export interface FlipTogether {
  readonly environment: string
  readonly flips: readonly FlipOfMany[]
  readonly reason: string
  readonly override?: OverrideInput | undefined
  /** The slug of the plan whose order decides; without one the order of `flips` does. */
  readonly plan?: string | undefined
}

/** The states after a write, in the order in which they were made. */
export interface FlippedTogether {
  readonly flips: readonly (Flipped & { readonly changed: boolean })[]
}

/**
 * Flips several toggles of an environment in one transaction, all or nothing: one on while another
 * goes off, and nobody sees the time between. Each is weighed in the state that it meets, after the
 * ones before it; one that may not go holds all of them.
 *
 * @throws Refused as a flip does; `invalid` for a toggle named twice or not named by the plan.
 */
export async function flipTogether(
  actor: Actor,
  input: FlipTogether,
): Promise<Done<FlippedTogether>> {
  const { environment, plan } = input
  const attempt = {
    tried: `flip ${input.flips.map(({ toggle }) => toggle).join(', ')} together in ${environment}`,
    target: { environment, ...(plan === undefined ? {} : { plan }) },
  }
  return change(actor, attempt, async (tx) => {
    const { flipped, entries } = await applyTogether(tx, actor, input)
    return told({ flips: flipped }, entries)
  })
}

/** The same inside a transaction of the caller's: a schedule's. */
export async function applyTogether(
  tx: Db,
  actor: Actor,
  input: FlipTogether & { readonly signedBefore?: boolean; readonly schedule?: string },
): Promise<{ flipped: FlippedTogether['flips']; entries: Entry[] }> {
  const { environment, reason, override, plan, signedBefore, schedule } = input
  const flips = plan === undefined ? input.flips : await inOrder(tx, plan, input.flips)
  const keys = flips.map(({ toggle }) => toggle)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw invalid(`"${twice}" is named twice.`)
  const rows = await findStateRows(tx, keys, environment, { lock: true })
  const flipped: (Flipped & { changed: boolean })[] = []
  const entries: Entry[] = []
  for (const [index, row] of rows.entries()) {
    const { patch = {}, expectedVersion, meets } = flips[index] ?? {}
    const after = applyPatch(row.state, patch)
    const ground = { plan, signedBefore, schedule }
    const flip = { row, after, reason, expectedVersion, meets, override, ...ground }
    const applied = await applyFlip(tx, actor, flip)
    flipped.push({ ...applied.flipped, changed: applied.entries.length > 0 })
    entries.push(...applied.entries)
  }
  return { flipped, entries }
}

async function inOrder(
  tx: Db,
  plan: string,
  flips: readonly FlipOfMany[],
): Promise<readonly FlipOfMany[]> {
  const order = await planOrder(tx, plan)
  const stranger = flips.find(({ toggle }) => !order.includes(toggle))
  if (stranger) throw invalid(`The plan does not name "${stranger.toggle}".`)
  return flips.toSorted((one, other) => order.indexOf(one.toggle) - order.indexOf(other.toggle))
}

function invalid(message: string): Refused {
  return new Refused({ code: 'invalid', errors: [{ path: 'flips', message }] })
}

import type { StatePatch, ToggleState } from '../../domain/toggle/state.ts'
import type { KnownToken } from '../prepare-rules.ts'

/** Who writes through Flipper's API: enough for a command to know its actor and say from where. */
export interface FlipperCaller {
  /** The token as it was sent: the command looks it up itself. */
  readonly token: string
  readonly environment: string
  readonly address: string
  readonly reason: string
}

/** A toggle's state as the database holds it now. */
export interface WrittenToggle {
  readonly state: ToggleState
  readonly version: number
}

/** One change that Flipper's API asks for; `expectedVersion` is what it was worked out from. */
export interface FlipperFlip {
  readonly toggle: string
  readonly patch: StatePatch
  readonly expectedVersion: number
}

/**
 * How Flipper's API writes: by the same commands as the pages, with their checks and their audit
 * entries. Each throws `Refused` for an expected no, and returns when later reads see the change.
 */
export interface FlipperWriter {
  /** The state of a toggle; null when there is none of that key or it is archived. */
  readonly read: (caller: FlipperCaller, key: string) => Promise<WrittenToggle | null>
  readonly flip: (caller: FlipperCaller, flip: FlipperFlip) => Promise<void>
  readonly create: (caller: FlipperCaller, key: string) => Promise<void>
  /** Retires a toggle; nothing happens when there is none of that key. */
  readonly remove: (caller: FlipperCaller, key: string) => Promise<void>
  /** Makes every toggle of Flipper's export as it says, all or none; others are left alone. */
  readonly bringIn: (caller: FlipperCaller, content: string) => Promise<void>
}

/** Whether a token may flip at all; which toggles and environments, the command decides. */
export function mayFlip({ kind, scopes }: KnownToken): boolean {
  return kind === 'person' || (kind === 'service' && scopes.includes('flip'))
}

/** Whether a token may bring unknown keys into the registry. */
export function mayCreate({ kind, scopes }: KnownToken): boolean {
  return kind === 'person' || (kind === 'service' && scopes.includes('register'))
}

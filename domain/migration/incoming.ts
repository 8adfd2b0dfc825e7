import type { ToggleState } from '../toggle/state.ts'

/** A toggle as another tool's file has it; what the file does not say is left out. */
export interface IncomingToggle {
  readonly key: string
  readonly description?: string
  readonly actorType?: 'user' | 'cookie_id'
  /** Its gates in the environment that the file was taken from. */
  readonly state?: ToggleState
}

/** Something in the file that is not understood, by its path in it. */
export interface FileError {
  readonly path: string
  readonly message: string
}

/** What a file holds, or everything that is wrong with it. */
export type Incoming =
  | { readonly toggles: readonly IncomingToggle[] }
  | { readonly errors: readonly FileError[] }

/** The most toggles that one file may bring. */
export const MOST_TOGGLES = 5000

import type { EntryPayload, FactType } from './entry.ts'
import type { ReadEntry } from './read-entry.ts'

/** An entry of one kind, as a reader gets it. */
type Told<T extends FactType> = Omit<ReadEntry, 'payload'> & {
  readonly payload: Extract<EntryPayload, { readonly type: T }>
}

/** For each kind of a group of facts: the words that follow the name of who did it. */
export type WordsOf<Facts> = {
  readonly [T in keyof Facts & FactType]: (entry: Told<T>) => string
}

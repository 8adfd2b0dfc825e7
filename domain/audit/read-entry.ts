import type { EntryPayload, Texts } from './entry.ts'

/** One entry as a reader gets it: the hashed payload with what is kept beside it. */
export interface ReadEntry {
  readonly seq: number
  /** When the entry was sealed at COMMIT, by the database's clock: ISO 8601, UTC. */
  readonly sealed_at: string
  readonly payload: EntryPayload
  readonly actor_name: string
  /** Free text as it was said; null once it was erased. */
  readonly texts: Readonly<Partial<Record<keyof Texts, string | null>>>
  /** What people call the ids and digests that the payload mentions; erased ones are missing. */
  readonly names: Names
  /** When the launch was decided that a flip rests on: ISO 8601, UTC; null when there is none. */
  readonly launched_at: string | null
}

/** Names by id (people, teams, toggles, environments, plans, roll calls) or by an actor's digest. */
export type Names = Readonly<Record<string, string>>

/** The name of an id, or the beginning of the id where nobody knows a name any more. */
export function nameOf(names: Names, id: string, what: string): string {
  return names[id] ?? `${what} ${shortId(id)}`
}

/** The first eight characters of an id or digest: enough to compare by eye. */
export function shortId(id: string): string {
  return id.length > 8 ? `${id.slice(0, 8)}…` : id
}

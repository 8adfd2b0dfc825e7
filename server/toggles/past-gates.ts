import { describeState } from '../../domain/toggle/describe-state.ts'
import {
  stateFromJson,
  stateToJson,
  stateWord,
  type ToggleStateJson,
} from '../../domain/toggle/state.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** A state that the log holds, read. */
export interface PastGates {
  readonly gates: ToggleStateJson
  readonly state: 'off' | 'conditional' | 'on'
  /** "10 % of actors". */
  readonly words: string
}

/** The gates of an image as JSON text, without its named actors: equal ones are the same text. */
export function gatesSql(image: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${image} - '{actors,toggle_id,environment_id}'::text[])::text`
}

/** The named actors of an image by their values, null where it has none; who was erased is left out. */
export function actorsSql(image: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN jsonb_array_length(${image} -> 'actors') > 0 THEN
    ARRAY(SELECT n.value FROM jsonb_array_elements_text(${image} -> 'actors') a(digest)
            JOIN named_actor n ON n.digest = a.digest WHERE n.value IS NOT NULL) END`
}

/** Reads what those two gave; states that are alike, as most of thousands are, are read once. */
export function pastGates(): (gates: string, actors: readonly string[] | null) => PastGates {
  const known = new Map<string, PastGates>()
  return (text, actors) => {
    const key = actors === null ? text : `${text}${JSON.stringify(actors)}`
    const found = known.get(key) ?? read(text, actors ?? [])
    known.set(key, found)
    return found
  }
}

function read(text: string, actors: readonly string[]): PastGates {
  const { boolean, groups, percentage_of_actors, percentage_of_time, expression } = JSON.parse(text)
  const state = stateFromJson({
    boolean,
    actors,
    groups,
    percentage_of_actors,
    percentage_of_time,
    expression,
  })
  return { gates: stateToJson(state), state: stateWord(state), words: describeState(state) }
}

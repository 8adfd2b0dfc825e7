import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Origin, PersonActor } from '../../domain/actor.ts'
import { type CastName, castMember } from './cast-members.ts'

type Circumstances = Partial<Omit<PersonActor, 'origin'>> & { readonly origin?: Partial<Origin> }

/** The people of a database made with `useCast`, each acting anew: freshly signed in, on a page. */
export const cast = {
  /** Program manager. */
  priya: acting('priya'),
  /** Tech lead. */
  tomas: acting('tomas'),
  /** Government lead. */
  grace: acting('grace'),
  /** Speaks for the backend. */
  ben: acting('ben'),
  /** Speaks for the frontend. */
  fern: acting('fern'),
  /** Speaks for design. */
  dalia: acting('dalia'),
  /** Speaks for quality. */
  quentin: acting('quentin'),
  /** Speaks for accessibility. */
  ada: acting('ada'),
  /** Only looks. */
  victor: acting('victor'),
  /** Administers. */
  alma: acting('alma'),
} as const satisfies Record<CastName, (circumstances?: Circumstances) => PersonActor>

// Each call is a request of its own: the log keeps one set of entries for a request id.
function acting(firstName: CastName): (circumstances?: Circumstances) => PersonActor {
  return (circumstances = {}) => {
    const { team, people } = inject('cast')
    const { key, name, role, discipline } = castMember(firstName)
    const id = people[key]
    if (id === undefined) throw new Error(`${name} was not enrolled`)
    return {
      kind: 'person',
      id,
      name,
      memberships: [{ teamId: team, role, discipline }],
      authenticatedAt: new Date(),
      tokenId: null,
      ...circumstances,
      origin: {
        requestId: randomUUID(),
        via: 'page',
        address: null,
        idempotency: null,
        ...circumstances.origin,
      },
    }
  }
}

import { randomUUID } from 'node:crypto'
import type { PersonActor } from '../../domain/actor.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import type { Policy } from '../../domain/roll-call/policy.ts'
import type { Manner, SignOff } from '../../domain/roll-call/roster.ts'
import { delegationFor } from '../../domain/roll-call/speaks-for.ts'
import type { Db } from '../db.ts'
import type { Changed } from '../write-entry.ts'

/** What the entry of a sign-off says of the delegation it was given by; nothing when by none. */
export type InPlaceTold = { readonly in_place_of?: string; readonly delegated_until?: string }

interface KeptInPlace {
  readonly told: InPlaceTold
  readonly shown: Pick<SignOff, 'in_place_of'>
  readonly changed: readonly Changed[]
}

const NOBODYS: KeptInPlace = { told: {}, shown: {}, changed: [] }

/** Keeps by which delegation the sign-off `id` was given, where it was not the speaker's own. */
export async function keepInPlaceOf(
  tx: Db,
  word: {
    readonly actor: PersonActor
    readonly plan: { readonly teamId: string }
    readonly round: { readonly policy: Policy }
    readonly asked: { readonly discipline: Discipline }
    readonly manner: Manner
  },
  signOffId: string,
): Promise<KeptInPlace> {
  const { actor, plan, round, asked, manner } = word
  if (manner !== 'signed') return NOBODYS
  const held = delegationFor(actor, plan.teamId, asked.discipline, round.policy)
  if (held === null) return NOBODYS
  const id = randomUUID()
  await tx.signOffByDelegation.create({ data: { id, signOffId, delegationId: held.id } })
  return {
    told: { in_place_of: held.from.id, delegated_until: held.until },
    shown: { in_place_of: { name: held.from.name, until: held.until } },
    changed: [{ entity: 'sign_off_by_delegation', id, before: null }],
  }
}

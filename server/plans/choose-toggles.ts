import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import type { Reading } from '../../domain/plan/reading.ts'
import { Refused } from '../../domain/refusal.ts'
import { toggleKeySchema } from '../../domain/toggle/key.ts'
import type { Db } from '../db.ts'
import type { NewToggle } from '../toggles/create-toggle.ts'

/**
 * The chosen toggles of a plan that are to be registered, each with the plan's own words for it.
 * One that is registered already is left as it is and out.
 *
 * @throws Refused `invalid` for a key that the plan does not name or that can be no key; `forbidden`;
 * `archived` for a retired key, which is never used again.
 */
export async function chooseToggles(
  tx: Db,
  actor: Actor,
  reading: Reading,
  chosen: readonly string[],
  teamId: string,
): Promise<NewToggle[]> {
  if (chosen.length === 0) return []
  const errors = chosen.flatMap((key) => {
    const message = whyNot(key, reading)
    return message === null ? [] : [{ path: 'query.register', message }]
  })
  if (errors.length > 0) throw new Refused({ code: 'invalid', errors })
  if (!may(actor, 'toggle.register', teamId)) {
    throw new Refused({ code: 'forbidden', action: 'toggle.register' })
  }
  const known = await tx.toggle.findMany({
    where: { key: { in: [...chosen] } },
    select: { key: true, archived: true },
  })
  const retired = known.find(({ archived }) => archived)
  if (retired) throw new Refused({ code: 'archived', what: 'toggle', key: retired.key })
  const keys = [...new Set(chosen)].filter((key) => known.every((row) => row.key !== key))
  return keys.map((key) => ({
    key,
    description: reading.toggles.find((toggle) => toggle.key === key)?.description ?? '',
  }))
}

function whyNot(key: string, reading: Reading): string | null {
  const named = reading.toggles.map((toggle) => toggle.key)
  if (!named.includes(key)) {
    const names = named.length === 0 ? 'none' : named.slice(0, 20).join(', ')
    return `"${key}" is not a toggle of this plan. It names ${names}.`
  }
  const parsed = toggleKeySchema.safeParse(key)
  if (parsed.success) return null
  return `"${key}" cannot be registered: ${parsed.error.issues[0]?.message ?? 'it is no key.'}`
}

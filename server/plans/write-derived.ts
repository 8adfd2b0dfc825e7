import type { Reading } from '../../domain/plan/reading.ts'
import type { Db } from '../db.ts'

/**
 * Rewrites what is read from a plan's newest text and kept beside it for looking up: its toggles,
 * linked to the registry where they are in it, and its contacts.
 */
export async function writeDerived(tx: Db, planId: string, reading: Reading): Promise<void> {
  const keys = [...new Set(reading.toggles.map(({ key }) => key))]
  const registered = await tx.toggle.findMany({
    where: { key: { in: keys } },
    select: { id: true, key: true },
  })
  const idOf = new Map(registered.map(({ id, key }) => [key, id]))
  await tx.planToggle.deleteMany({ where: { planId } })
  await tx.planToggle.createMany({
    data: keys.map((key, position) => ({ planId, key, position, toggleId: idOf.get(key) ?? null })),
  })
  await tx.contact.deleteMany({ where: { planId } })
  await tx.contact.createMany({
    data: reading.contacts.map(({ name, role, tier }, position) => ({
      planId,
      position,
      name,
      role,
      tier,
    })),
  })
}

import type { Reading } from '../../domain/plan/reading.ts'
import { toggleKeySchema } from '../../domain/toggle/key.ts'
import type { Db } from '../db.ts'

/**
 * Rewrites what is read from a plan's newest text and kept beside it for looking up: its toggles,
 * linked to the registry where they are in it, and its contacts. One statement each, however many
 * rows: a document of the largest size can name tens of thousands of toggles. A word that can be no
 * toggle's key is not looked up by anybody and left out.
 */
export async function writeDerived(tx: Db, planId: string, reading: Reading): Promise<void> {
  const named = reading.toggles.map(({ key }) => key)
  const possible = named.filter((key) => toggleKeySchema.safeParse(key).success)
  const keys = JSON.stringify([...new Set(possible)])
  await tx.planToggle.deleteMany({ where: { planId } })
  await tx.$executeRaw`
    INSERT INTO plan_toggle (plan_id, key, position, toggle_id)
    SELECT ${planId}::uuid, named.key, named.position - 1, t.id
      FROM jsonb_array_elements_text(${keys}::jsonb) WITH ORDINALITY AS named (key, position)
      LEFT JOIN toggle t ON t.key = named.key`
  const contacts = JSON.stringify(
    reading.contacts.map(({ name, role, tier }) => ({
      name: name.toWellFormed(),
      role: role?.toWellFormed() ?? null,
      tier,
    })),
  )
  await tx.contact.deleteMany({ where: { planId } })
  await tx.$executeRaw`
    INSERT INTO contact (plan_id, position, name, role, tier)
    SELECT ${planId}::uuid, position - 1, person ->> 'name', person ->> 'role', person ->> 'tier'
      FROM jsonb_array_elements(${contacts}::jsonb) WITH ORDINALITY AS named (person, position)`
}

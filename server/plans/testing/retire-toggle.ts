import { change } from '../../change.ts'
import { cast } from '../../testing/cast.ts'
import { imageOf } from '../../write-entry.ts'

/** Alma archives a toggle. */
export async function retireToggle(key: string): Promise<void> {
  await change(cast.alma(), { tried: 'archive', target: { toggle: key } }, async (tx) => {
    const { id } = await tx.toggle.findUniqueOrThrow({ where: { key } })
    const before = await imageOf(tx, 'toggle', id)
    await tx.toggle.update({ where: { id }, data: { archived: true, version: 2 } })
    return {
      result: null,
      entries: [
        {
          type: 'toggle.archived',
          target: { toggle: key },
          data: {},
          changed: [{ entity: 'toggle', id, before }],
        },
      ],
    }
  })
}

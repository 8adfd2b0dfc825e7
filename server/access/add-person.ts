import { randomUUID } from 'node:crypto'
import { change } from '../change.ts'
import { systemActor } from './system-actor.ts'

interface NewPerson {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
}

/** Adds somebody who signs in for the first time: known from then on, with no role until granted one. */
export async function addPerson(
  person: NewPerson,
  address: string | null,
): Promise<NewPerson & { id: string }> {
  const attempt = { tried: 'add a person', target: {} }
  const { result } = await change(systemActor(address), attempt, async (tx) => {
    const id = randomUUID()
    await tx.person.create({ data: { id, ...person } })
    return {
      result: { id, ...person },
      entries: [
        {
          type: 'person.added',
          target: {},
          data: { person: id },
          changed: [{ entity: 'person', id, before: null }],
        },
      ],
    }
  })
  return result
}

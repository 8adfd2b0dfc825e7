import { createHash, randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import type { PersonActor } from '../../domain/actor.ts'
import { connectDatabase } from '../db.ts'
import { flip } from '../toggles/flip.ts'

// A process that runs commands as the web does, for tests that kill it: it flips one toggle again and
// again, tells each that was acknowledged as a line "ACK n", and repeats what was not acknowledged
// with the same Idempotency-Key until it is, as a client would. It starts at the number it is given.
const { TEST_DATABASE = '', TEST_ACTOR = '{}', TEST_TOGGLE = '', TEST_FROM = '1' } = process.env
const known: PersonActor = JSON.parse(TEST_ACTOR)
let isEnding = false
createInterface({ input: process.stdin }).on('close', () => {
  isEnding = true
})

async function flipOnce(n: number): Promise<void> {
  const key = `${TEST_TOGGLE} ${n}`
  const fingerprint = createHash('sha256').update(key).digest('hex')
  const origin = { requestId: randomUUID(), via: 'api' as const, address: null }
  const actor = {
    ...known,
    authenticatedAt: new Date(),
    origin: { ...origin, idempotency: { key, fingerprint } },
  }
  const patch = { percentage_of_actors: n % 100 }
  await flip(actor, { toggle: TEST_TOGGLE, environment: 'staging', patch, reason: key })
}

await connectDatabase(TEST_DATABASE)
for (let n = Number(TEST_FROM); !isEnding; ) {
  try {
    await flipOnce(n)
    process.stdout.write(`ACK ${n}\n`)
    n += 1
  } catch {
    await setTimeout(50)
  }
}
process.exit(0)

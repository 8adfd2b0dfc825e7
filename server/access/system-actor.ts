import { randomUUID } from 'node:crypto'
import type { SystemActor } from '../../domain/actor.ts'

/** Rollcall itself, for what no person asks for. */
export function systemActor(address: string | null = null): SystemActor {
  const origin = { requestId: randomUUID(), via: 'system', address, idempotency: null } as const
  return { kind: 'system', id: 'system', name: 'Rollcall', origin }
}

import { createHash } from 'node:crypto'
import { canonical, type Json } from '../audit/canonical.ts'
import type { Policy } from './policy.ts'

/** SHA-256, in hex, over the canonical JSON of a policy: what a round and its sign-offs name it by. */
export function policyHash(policy: Policy): string {
  const json: Json = JSON.parse(JSON.stringify(policy))
  return createHash('sha256').update(canonical(json), 'utf8').digest('hex')
}

import type { Target } from './entry.ts'

/** What of an entry an OCSF event is made from. */
export interface OcsfSource {
  readonly seq: number
  readonly sealed_at: string
  readonly type: string
  readonly outcome: 'allowed' | 'denied'
  readonly sentence: string
  readonly actor: {
    readonly kind: 'person' | 'service' | 'system'
    readonly id: string
    readonly name: string
    readonly roles: readonly string[]
    readonly token: string | null
  }
  readonly target: Target
  readonly via: string
  readonly request_id: string
  readonly reason: string | null
  readonly texts: Readonly<Record<string, string | null>>
  readonly changes: readonly {
    readonly entity: string
    readonly id: string
    readonly name: string | null
    readonly version: number
    readonly before: unknown
  }[]
  readonly payload: string
  readonly leaf: string
  readonly prev: string
  readonly hash: string
}

import type { Entity, Target } from '../../domain/audit/entry.ts'
import type { FieldChange } from '../../domain/audit/field-changes.ts'

/** One entry of the log as these components show it. */
export interface ShownEntry {
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
    readonly authenticated_at: string | null
  }
  readonly target: Target
  readonly via: string
  readonly request_id: string
  readonly same_request: readonly number[]
  readonly reason: string | null
  readonly texts: Readonly<Record<string, string | null>>
  readonly changes: readonly {
    readonly entity: Entity
    readonly id: string
    readonly name: string | null
    readonly version: number
    readonly before: unknown
    readonly fields: readonly FieldChange[]
  }[]
  readonly payload: string
}

/** What happens to the log itself, and what was refused. */
export interface LogFacts {
  /** An attempt that was refused; `tried` is a phrase that follows "tried to". */
  'attempt.refused': {
    readonly tried: string
    readonly refusal: string
    readonly checks: readonly string[]
  }
  /** A key signs the heads of the log from now on; ids are SHA-256 of the public keys, in hex. */
  'head_key.taken_up': {
    readonly key_id: string
    readonly alg: string
    readonly replaces: string | null
  }
  /** The log did not lead from its last signed head to the present; texts.detail says why. */
  'log_head.refused': { readonly last_size: number; readonly last_hash: string | null }
  /** Somebody who answers for the log has read its entries from one to another. */
  'log.reviewed': { readonly from: number; readonly up_to: number }
  /** A filter of the log was kept under a name, which is in texts.detail. */
  'view.saved': Record<never, never>
  'view.removed': Record<never, never>
  'log.exported': { readonly format: string }
  /** A program follows the log; told once a day. */
  'log.followed': Record<never, never>
}

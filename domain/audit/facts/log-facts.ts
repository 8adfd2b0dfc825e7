/** What happens to the log itself, and what was refused. */
export interface LogFacts {
  /** An attempt that was refused; `tried` is a phrase that follows "tried to". */
  'attempt.refused': {
    readonly tried: string
    readonly refusal: string
    readonly checks: readonly string[]
  }
  'log.exported': { readonly format: string }
}

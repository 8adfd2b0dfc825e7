/** What happens to release plans. */
export interface PlanFacts {
  'plan.imported': {
    readonly title: string
    readonly sha256: string
    readonly registered: readonly string[]
  }
  'plan.revised': { readonly revision: number; readonly sha256: string }
  'finding.acknowledged': { readonly finding: string }
}

/** A wish that needs a second person, as the API shows it. */
export interface ProposalView {
  readonly id: string
  readonly environment: string
  readonly bind: readonly string[]
  readonly unbind: readonly string[]
  readonly reason: string
  readonly proposed_by: string
  readonly proposed_at: string
  readonly verdict: string | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly note: string | null
  readonly may_decide: boolean
  readonly may_withdraw: boolean
}

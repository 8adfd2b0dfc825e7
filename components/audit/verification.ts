/** What the API says of a verification of the log. */
export type Verification = {
  readonly holds: boolean
  readonly entries: number
  readonly thorough: boolean
  readonly head: { readonly seq: number; readonly hash: string; readonly sealed_at: string } | null
  readonly first_broken_seq: number | null
  readonly problem: string | null
  readonly verified_at: string
}

/** A place where the plan seems to describe a stage, before it is decided which places count. */
export type StageCandidate = {
  label: string
  form: 'section' | 'item' | 'row' | 'prose'
  line: number
  /** What the label says of the share of users, and what the body says, each with its line. */
  labelShare: number | null
  bodyShare: number | null
  bodyLine: number
  soak: string | null
  dates: string | null
  /** The author wrote something in it that the template did not bring. */
  authored: boolean
}

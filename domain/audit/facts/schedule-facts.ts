interface Scheduled {
  /** The moment: ISO 8601, UTC. */
  readonly at: string
  readonly flips: readonly {
    readonly toggle: string
    /** The state in words that it is to meet, and the one that it leads to. */
    readonly from: string
    readonly to: string
  }[]
}

/** What happens to flips that are signed for a later moment. */
export interface ScheduleFacts {
  'schedule.made': Scheduled
  'schedule.cancelled': Scheduled
  /** Its flips were made, each with an entry of its own. */
  'schedule.done': Scheduled
  /** Its moment came and a rule said no: nothing was flipped. */
  'schedule.refused': Scheduled & { readonly refusal: string; readonly checks: readonly string[] }
}

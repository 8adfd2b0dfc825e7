import type { Verdict } from '../../rollout/criterion.ts'
import type { StageDecision } from '../../rollout/stage-run.ts'

interface StageData {
  /** The stage's label as it stood, and its percentage; null where it has none. */
  readonly stage: string
  readonly percentage: number | null
  /** Which time it was carried out, from 1. */
  readonly run: number
}

/** What becomes of a plan's stages, and the looks back after full rollout. */
export interface StageFacts {
  'stage.started': StageData & { readonly by: 'flip' | 'hand' }
  'stage.paused': StageData
  'stage.resumed': StageData
  /** The share of actors fell below what the stage reaches. */
  'stage.rolled_back': StageData
  /** Its toggle was archived. */
  'stage.ended': StageData
  'stage.results_recorded': StageData & {
    readonly decision: StageDecision
    readonly verdicts: Readonly<Record<Verdict, number>>
  }
  /** The soak or one criterion was consciously passed over. */
  'stage.waived': StageData & { readonly what: 'soak' | 'criterion'; readonly criterion: string }
  'check_in.recorded': {
    readonly which: 'one_week' | 'one_month'
    readonly due_on: string
    readonly revision: number
    readonly verdicts: Readonly<Record<Verdict, number>>
  }
}

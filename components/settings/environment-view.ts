import type { ProposalView } from './proposal-view.ts'

/** An environment as its settings show it. */
export interface EnvironmentSetting {
  readonly key: string
  readonly name: string
  readonly protected: boolean
  readonly open_toggles: number
  /** The host of the Flipper server that it is connected to. */
  readonly server: string | null
  readonly unprotection: ProposalView | null
}

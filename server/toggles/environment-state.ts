import { describeState } from '../../domain/toggle/describe-state.ts'
import { type ShownState, shownState } from '../../domain/toggle/mask-actors.ts'
import { stateToJson, stateWord } from '../../domain/toggle/state.ts'
import { GATE_COLUMNS, stateOfColumns } from './state-row.ts'

/** A toggle's state in one environment, as the API and the pages show it. */
export interface EnvironmentState extends ShownState {
  readonly environment: string
  /** What people call it; the key stays. */
  readonly name: string
  readonly protected: boolean
  readonly state: 'off' | 'conditional' | 'on'
  /** The state in words: "10 % of actors". */
  readonly words: string
  readonly version: number
  readonly changed_at: string
}

/** The columns that environmentState needs. */
export const STATE_SHOWN = {
  ...GATE_COLUMNS,
  version: true,
  changedAt: true,
  environment: { select: { key: true, name: true, protected: true } },
} as const

type Row = Parameters<typeof stateOfColumns>[0] & {
  readonly version: number
  readonly changedAt: Date
  readonly environment: {
    readonly key: string
    readonly name: string
    readonly protected: boolean
  }
}

/** A row of toggle_state as the API shows it to somebody who may see whom it names, or may not. */
export function environmentState(row: Row, seesActors: boolean): EnvironmentState {
  const state = stateOfColumns(row)
  return {
    environment: row.environment.key,
    name: row.environment.name,
    protected: row.environment.protected,
    state: stateWord(state),
    words: describeState(state),
    ...shownState(stateToJson(state), seesActors),
    version: row.version,
    changed_at: row.changedAt.toISOString(),
  }
}

import type { PlanToggle } from './reading.ts'

/** A place that names a toggle; `listed` where the plan lists its toggles, not in passing. */
export type ToggleMention = PlanToggle & { listed: boolean }

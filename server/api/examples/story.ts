import { AUDIT_EXAMPLES } from './audit-examples.ts'
import { CONNECTION_EXAMPLES } from './connection-examples.ts'
import type { Example } from './example.ts'
import { HOLDING_EXAMPLES } from './holding-examples.ts'
import { PEOPLE_EXAMPLES } from './people-examples.ts'
import { PLAN_EXAMPLES, RECORD_EXAMPLES } from './plan-examples.ts'
import { ROLL_CALL_EXAMPLES } from './roll-call-examples.ts'
import { SETTINGS_EXAMPLES } from './settings-examples.ts'
import { STAGE_EXAMPLES } from './stage-examples.ts'
import { PLAN_ROLLBACK_EXAMPLES, PRODUCTION_EXAMPLES, TOGGLE_EXAMPLES } from './toggle-examples.ts'
import { ERASURE_EXAMPLES, WEBHOOK_EXAMPLES } from './webhook-examples.ts'

/** The examples in the order in which they follow from each other. */
export const STORY: readonly Example[] = [
  ...PLAN_EXAMPLES,
  ...ROLL_CALL_EXAMPLES,
  ...STAGE_EXAMPLES,
  ...TOGGLE_EXAMPLES,
  ...HOLDING_EXAMPLES,
  ...SETTINGS_EXAMPLES,
  ...CONNECTION_EXAMPLES,
  ...PRODUCTION_EXAMPLES,
  ...RECORD_EXAMPLES,
  ...PLAN_ROLLBACK_EXAMPLES,
  ...PEOPLE_EXAMPLES,
  ...WEBHOOK_EXAMPLES,
  ...AUDIT_EXAMPLES,
  ...ERASURE_EXAMPLES,
]

/** The example of an operation, as the OpenAPI document shows it. */
export function exampleOf(operation: string): Example | undefined {
  return STORY.find(({ of }) => of === operation)
}

import type { FactData } from '../entry.ts'
import { askingTold } from './told/asking-told.ts'
import { connectedTold } from './told/connected-told.ts'
import { guardTold } from './told/guard-told.ts'
import { guardingTold } from './told/guarding-told.ts'
import { logTold } from './told/log-told.ts'
import { meetingTold } from './told/meeting-told.ts'
import { peopleTold } from './told/people-told.ts'
import { planTold } from './told/plan-told.ts'
import { rollCallTold } from './told/roll-call-told.ts'
import { rolloutTold } from './told/rollout-told.ts'
import { scheduleTold } from './told/schedule-told.ts'
import { stageTold } from './told/stage-told.ts'
import { toggleTold } from './told/toggle-told.ts'
import { webhookTold } from './told/webhook-told.ts'
import type { ToldOf } from './told.ts'

/** One row a kind of entry, with the sentence that tells it. */
export const TOLD: ToldOf<FactData> = {
  ...toggleTold,
  ...scheduleTold,
  ...guardTold,
  ...planTold,
  ...rollCallTold,
  ...meetingTold,
  ...askingTold,
  ...rolloutTold,
  ...guardingTold,
  ...stageTold,
  ...peopleTold,
  ...webhookTold,
  ...connectedTold,
  ...logTold,
}

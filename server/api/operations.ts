import { listEntries, listHeads, readEntry, readStateAt, verifyLog } from './audit.ts'
import { exportEntries, followEntries } from './audit-out.ts'
import { readCheckIn, recordACheckIn } from './check-ins.ts'
import { decideTheChecks, listChecks, proposeTheChecks } from './checks.ts'
import { CONNECTION_OPERATIONS } from './connections.ts'
import { listContacts } from './contacts.ts'
import { createDelegation, deleteDelegation, listDelegations } from './delegations.ts'
import {
  createEnvironment,
  decideAnUnprotection,
  listEnvironments,
  patchEnvironment,
  proposeAnUnprotection,
  putEnvironmentOrder,
} from './environments.ts'
import { eraseAPerson } from './erasures.ts'
import { readEvaluation } from './evaluation.ts'
import { flipPlan, flipTogetherNow, narrowManyToggles, proposeNarrowingMany } from './flips.ts'
import {
  createFreeze,
  deleteFreeze,
  listFreezes,
  listFreezeWindows,
  patchFreeze,
} from './freezes.ts'
import { GUARD_OPERATIONS } from './guards.ts'
import { listIncidents, openAnIncident, resolveAnIncident } from './incidents.ts'
import { readLine, releaseTheLine, stopTheLine } from './line.ts'
import { liveEvents } from './live.ts'
import { readLogReview, reviewTheLog } from './log-reviews.ts'
import {
  liveMeeting,
  noteAttendance,
  readChangesSince,
  readMeeting,
  runMeeting,
} from './meetings.ts'
import { importRegistry } from './migration.ts'
import type { AnyOperation } from './operation.ts'
import { listOverrides, reviewAnOverride } from './overrides.ts'
import { PEOPLE_OPERATIONS } from './people-operations.ts'
import { editPlan, previewRevision } from './plan-edits.ts'
import {
  acknowledgeFinding,
  importPlan,
  listPlans,
  readDocument,
  readPlan,
  revisePlan,
} from './plans.ts'
import { readRecord } from './record.ts'
import { readRollCallDue, setRollCallDue } from './roll-call-due.ts'
import { readRollCallPolicy, setRollCallPolicy } from './roll-call-policy.ts'
import { giveSignOff, withdrawSignOff } from './roll-call-words.ts'
import {
  answerPrompt,
  decideRollCall,
  listRollCalls,
  openRollCall,
  readRollCall,
} from './roll-calls.ts'
import {
  proposeRollback,
  proposeWholePlanRollback,
  rollBackToggle,
  rollBackWholePlan,
} from './rollbacks.ts'
import {
  cancelASchedule,
  cancelToggleSchedule,
  listSchedules,
  listToggleSchedules,
  scheduleFlip,
  scheduleTogether,
} from './schedules.ts'
import { readSelf } from './self.ts'
import {
  listStages,
  pauseAStage,
  recordStageResults,
  resumeAStage,
  startAStage,
  waiveAStage,
} from './stages.ts'
import { readStateDifference } from './state.ts'
import { readToggleHistory } from './toggle-history.ts'
import {
  archiveAToggle,
  flipToggle,
  listToggles,
  proposeFlip,
  readReadiness,
  readState,
  readToggle,
  registerToggle,
} from './toggles.ts'
import { listTokens, makeAToken, revokeAToken, rotateAToken } from './tokens.ts'
import { listViews, removeView, saveView } from './views.ts'
import { readWaiting } from './waiting.ts'
import { WEBHOOK_OPERATIONS } from './webhooks.ts'

/** Every operation of the management API; a check holds that each route is one of them. */
export const OPERATIONS: readonly AnyOperation[] = [
  readSelf,
  readWaiting,
  importPlan,
  listPlans,
  readPlan,
  readDocument,
  readRecord,
  revisePlan,
  previewRevision,
  editPlan,
  acknowledgeFinding,
  openRollCall,
  listRollCalls,
  readRollCall,
  giveSignOff,
  withdrawSignOff,
  readRollCallPolicy,
  setRollCallPolicy,
  answerPrompt,
  decideRollCall,
  readMeeting,
  runMeeting,
  liveMeeting,
  noteAttendance,
  readChangesSince,
  readRollCallDue,
  setRollCallDue,
  listDelegations,
  createDelegation,
  deleteDelegation,
  readCheckIn,
  recordACheckIn,
  listStages,
  startAStage,
  pauseAStage,
  resumeAStage,
  recordStageResults,
  waiveAStage,
  listToggles,
  registerToggle,
  importRegistry,
  readToggle,
  archiveAToggle,
  readState,
  readToggleHistory,
  flipToggle,
  rollBackToggle,
  proposeRollback,
  rollBackWholePlan,
  proposeWholePlanRollback,
  flipPlan,
  flipTogetherNow,
  narrowManyToggles,
  proposeNarrowingMany,
  ...GUARD_OPERATIONS,
  scheduleFlip,
  listToggleSchedules,
  cancelToggleSchedule,
  scheduleTogether,
  listSchedules,
  cancelASchedule,
  readReadiness,
  proposeFlip,
  readEvaluation,
  listOverrides,
  reviewAnOverride,
  readLogReview,
  eraseAPerson,
  reviewTheLog,
  listTokens,
  makeAToken,
  revokeAToken,
  rotateAToken,
  ...PEOPLE_OPERATIONS,
  listContacts,
  listFreezes,
  listFreezeWindows,
  createFreeze,
  patchFreeze,
  deleteFreeze,
  listIncidents,
  openAnIncident,
  resolveAnIncident,
  listChecks,
  proposeTheChecks,
  decideTheChecks,
  listEnvironments,
  createEnvironment,
  putEnvironmentOrder,
  patchEnvironment,
  proposeAnUnprotection,
  decideAnUnprotection,
  ...CONNECTION_OPERATIONS,
  readLine,
  stopTheLine,
  releaseTheLine,
  listEntries,
  readEntry,
  verifyLog,
  listHeads,
  exportEntries,
  followEntries,
  readStateAt,
  readStateDifference,
  listViews,
  saveView,
  removeView,
  ...WEBHOOK_OPERATIONS,
  liveEvents,
]

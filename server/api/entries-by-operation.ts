import type { FactType } from '../../domain/audit/entry.ts'

/** What becomes of a call that is not allowed to its caller. */
export type Denied =
  /** It is refused, and that is an entry. */
  | 'on record'
  /** What it names is looked for first: of what is not there, nothing is written. */
  | 'not found first'
  /** Everybody who signs in may do it, of what is their own. */
  | 'open to all'
  /** It only computes: nothing is written whoever calls it. */
  | 'computes'
  /** Its caller is no person, and proves itself otherwise. */
  | 'by its own secret'

export interface Expected {
  /** The kinds of entries that it may write when it is done; one at least, unless nothing changes. */
  readonly done: readonly FactType[]
  readonly denied: Denied
}

const on = (...done: FactType[]): Expected => ({ done, denied: 'on record' })
const found = (...done: FactType[]): Expected => ({ done, denied: 'not found first' })
const own = (...done: FactType[]): Expected => ({ done, denied: 'open to all' })
const computes: Expected = { done: [], denied: 'computes' }

const FLIPS = [
  'toggle.widened',
  'toggle.narrowed',
  'toggle.reshaped',
  'flip.overrode_checks',
  'stage.started',
  'stage.rolled_back',
] as const satisfies readonly FactType[]

/**
 * Each operation that writes, with the entries that it leaves. A test fails for an operation that is
 * not here, and for a kind of entry that nothing writes.
 */
export const ENTRIES_BY_OPERATION: Readonly<Record<string, Expected>> = {
  tryConnection: on(),
  connectEnvironment: on(
    'environment.connected',
    'toggle.taken_over',
    'toggle.pushed_over',
    'stage.started',
    'stage.rolled_back',
  ),
  changeConnection: on('environment.connection_changed'),
  disconnectEnvironment: on('environment.disconnected'),
  lookAtConnection: on('toggle.changed_outside', 'toggle.rolled_back'),
  bringInFeatures: on('toggle.registered', 'toggle.taken_over'),
  importPlan: on('plan.imported', 'plan.revised', 'toggle.registered'),
  revisePlan: on('plan.revised', 'toggle.registered'),
  previewRevision: computes,
  editPlan: on('plan.revised'),
  acknowledgeFinding: on('finding.acknowledged'),
  openRollCall: on('roll_call.opened', 'sign_off.asked'),
  giveSignOff: on('sign_off.signed', 'sign_off.recorded'),
  withdrawSignOff: on('sign_off.withdrawn'),
  setRollCallPolicy: on('policy.set'),
  answerPrompt: on('prompt.answered'),
  decideRollCall: on('roll_call.decided'),
  runMeeting: on(),
  noteAttendance: found('attendance.arrived', 'attendance.left', 'attendance.noted'),
  setRollCallDue: on('roll_call.due_set'),
  createDelegation: on('delegation.made'),
  deleteDelegation: found('delegation.ended'),
  recordCheckIn: on('check_in.recorded'),
  startStage: on('stage.started'),
  pauseStage: on('stage.paused'),
  resumeStage: on('stage.resumed'),
  recordStageResults: on('stage.results_recorded'),
  waiveStage: on('stage.waived'),
  registerToggle: on('toggle.registered'),
  importToggles: on('toggle.registered', 'toggle.described', ...FLIPS),
  archiveToggle: on('toggle.archived', 'stage.ended'),
  flipToggle: on(...FLIPS),
  rollBackToggle: on('toggle.rolled_back', 'stage.rolled_back'),
  rollBackPlan: on('toggle.rolled_back', 'stage.rolled_back'),
  flipPlan: on(...FLIPS),
  flipTogether: on(...FLIPS),
  narrowToggles: on('toggle.narrowed', 'stage.rolled_back'),
  proposeNarrowing: computes,
  createGuard: on('guard.made'),
  updateGuard: found('guard.changed'),
  renewGuardSecret: found('guard.secret_changed'),
  deleteGuard: found('guard.removed'),
  signalGuard: {
    done: ['guard.held', 'guard.rehearsed', 'guard.asked', 'toggle.narrowed'],
    denied: 'by its own secret',
  },
  releaseHold: found('guard.hold_released'),
  scheduleFlip: on('schedule.made'),
  cancelToggleSchedule: found('schedule.cancelled'),
  scheduleTogether: on('schedule.made'),
  cancelSchedule: found('schedule.cancelled'),
  proposeFlip: computes,
  reviewOverride: found('override.reviewed'),
  erasePerson: on('person.erased'),
  addPerson: on('person.added', 'membership.granted'),
  patchPerson: on('person.updated', 'person.disabled', 'person.enabled', 'session.revoked'),
  endSessions: on('session.revoked'),
  endSession: on('session.revoked'),
  addTeam: on('team.created'),
  grantRole: found('membership.granted', 'membership.kept'),
  takeRole: found('membership.revoked'),
  putSignIn: on('sign_in_policy.set'),
  addGroupRule: on('group_rule.added'),
  removeGroupRule: on('group_rule.removed'),
  sendTestMail: on('mail.tested'),
  reviewLog: on('log.reviewed'),
  makeToken: own('token.made'),
  revokeToken: found('token.revoked'),
  rotateToken: found('token.revoked', 'token.made'),
  createFreeze: on('freeze.set'),
  changeFreeze: on('freeze.changed'),
  deleteFreeze: on('freeze.lifted'),
  openIncident: on('incident.opened'),
  resolveIncident: found('incident.resolved'),
  proposeChecks: on('checks.proposed'),
  decideChecks: found('checks.accepted', 'checks.declined', 'checks.withdrawn'),
  addEnvironment: on('environment.created'),
  orderEnvironments: on('environments.ordered'),
  changeEnvironment: on('environment.renamed', 'environment.protected'),
  proposeUnprotection: on('environment.unprotection_proposed'),
  decideUnprotection: found(
    'environment.unprotected',
    'environment.unprotection_declined',
    'environment.unprotection_withdrawn',
  ),
  stopTheLine: on('line.stopped'),
  releaseTheLine: on('line.released'),
  saveAuditView: own('view.saved'),
  removeAuditView: found('view.removed'),
  createWebhook: on('webhook.made'),
  changeWebhook: on('webhook.changed', 'webhook.enabled', 'webhook.disabled'),
  renewWebhookSecret: on('webhook.secret_renewed'),
  deleteWebhook: on('webhook.removed'),
  tryWebhook: on('webhook.tried'),
  redeliverWebhook: on('webhook.redelivered', 'webhook.tried'),
  // Reading that takes the log out of the house is on record too.
  exportAuditLog: on('log.exported'),
  followAuditLog: on('log.followed'),
}

/** Kinds of entries that no operation writes alone, and what does. */
export const ENTRIES_OTHERWISE: Readonly<Partial<Record<FactType, string>>> = {
  'attempt.refused': 'whatever is refused, a token that is not taken, a sign-in that is not',
  'session.started': 'signing in',
  'session.ended': 'signing out, or being disabled',
  'person.added': 'the first sign-in of a person, and setting up',
  'person.disabled': 'disabling a person',
  'person.moved': 'moving to another identity provider',
  'membership.granted': 'giving a role',
  'membership.revoked': 'taking a role',
  'team.created': 'setting up',
  'sign_in.refused': 'a sign-in that is refused',
  'sign_off.asked': 'the worker, reminding',
  'schedule.done': 'the worker, when a moment has come',
  'schedule.refused': 'the worker, when a rule says no at that moment',
  'head_key.taken_up': 'the worker, with a new key',
  'log_head.refused': 'the worker, when the log does not lead on',
  'webhook.disabled': 'the worker, when a receiver fails for long',
}

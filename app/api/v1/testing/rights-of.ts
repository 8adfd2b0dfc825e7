import type { Action } from '../../../../domain/permissions.ts'

/** What somebody needs for an operation: any one of these rights. */
interface Rights {
  readonly actions: readonly Action[]
  /** Whether what is touched belongs to no team, so that the role counts in any. */
  readonly ofNoTeam: boolean
}

const TEAM: Readonly<Record<string, readonly Action[]>> = {
  previewRevision: ['plan.edit'],
  editPlan: ['plan.edit'],
  revisePlan: ['plan.edit'],
  acknowledgeFinding: ['finding.acknowledge'],
  setRollCallPolicy: ['settings.change'],
  createDelegation: ['sign_off.delegate'],
  openRollCall: ['roll_call.open'],
  setRollCallDue: ['roll_call.open'],
  answerPrompt: ['prompt.answer'],
  runMeeting: ['meeting.run'],
  noteAttendance: ['meeting.attend'],
  decideRollCall: ['decision.make'],
  startStage: ['stage.run'],
  pauseStage: ['stage.run'],
  resumeStage: ['stage.run'],
  recordStageResults: ['stage.results'],
  waiveStage: ['stage.waive'],
  recordCheckIn: ['check_in.record'],
  archiveToggle: ['toggle.archive'],
  flipToggle: ['flip.unprotected', 'flip.widen_protected', 'flip.narrow_protected'],
  rollBackToggle: ['flip.unprotected', 'flip.widen_protected', 'flip.narrow_protected'],
  createGuard: ['guard.manage'],
  updateGuard: ['guard.manage'],
  renewGuardSecret: ['guard.manage'],
  deleteGuard: ['guard.manage'],
  releaseHold: ['guard.release'],
  openIncident: ['incident.open'],
  resolveIncident: ['incident.resolve'],
  proposeChecks: ['checks.propose'],
  decideChecks: ['checks.decide'],
  reviewOverride: ['override.review'],
  grantRole: ['people.manage'],
  takeRole: ['people.manage'],
}

/** What becomes the team's of whoever makes it counts here too. */
const NO_TEAM: Readonly<Record<string, readonly Action[]>> = {
  importPlan: ['plan.import'],
  registerToggle: ['toggle.register'],
  importToggles: ['toggle.register'],
  createFreeze: ['freeze.set'],
  changeFreeze: ['freeze.set'],
  deleteFreeze: ['freeze.set'],
  stopTheLine: ['line.stop'],
  releaseTheLine: ['line.release'],
  addEnvironment: ['settings.change'],
  orderEnvironments: ['settings.change'],
  changeEnvironment: ['settings.change'],
  proposeUnprotection: ['settings.change'],
  decideUnprotection: ['environment.unprotect'],
  createWebhook: ['webhook.manage'],
  listWebhooks: ['webhook.manage'],
  changeWebhook: ['webhook.manage'],
  renewWebhookSecret: ['webhook.manage'],
  tryWebhook: ['webhook.manage'],
  listWebhookDeliveries: ['webhook.manage'],
  redeliverWebhook: ['webhook.manage'],
  deleteWebhook: ['webhook.manage'],
  exportAuditLog: ['audit.export'],
  reviewLog: ['audit.review'],
  listPeople: ['person.manage'],
  addPerson: ['person.manage'],
  patchPerson: ['person.manage'],
  addTeam: ['person.manage'],
  readSignIn: ['person.manage'],
  setSignIn: ['person.manage'],
  listGroupRules: ['person.manage'],
  addGroupRule: ['person.manage'],
  removeGroupRule: ['person.manage'],
  readMail: ['person.manage'],
  sendTestMail: ['person.manage'],
}

/**
 * The rights that an operation asks for; null where it is everybody's, or where more than the role
 * decides, as with what is one's own.
 */
export function rightsOf(operation: string): Rights | null {
  const actions = TEAM[operation]
  if (actions) return { actions, ofNoTeam: false }
  const anywhere = NO_TEAM[operation]
  return anywhere ? { actions: anywhere, ofNoTeam: true } : null
}

import { anywhere, inTeam, type Rights } from './rights.ts'
import { BY_WHAT_IS_SENT } from './rights-by-what-is-sent.ts'
import type { Sent } from './send-example.ts'

const READ = anywhere('release.read')
const LOG = anywhere('audit.read')
const PEOPLE = anywhere('person.manage')
const WEBHOOKS = anywhere('webhook.manage')
const CONNECT = anywhere('environment.connect')
const FREEZE = anywhere('freeze.set')
const SETTINGS = anywhere('settings.change')

const OPERATIONS: Readonly<Record<string, Rights>> = {
  readSelf: 'anybody',
  listTokens: 'anybody',
  signalGuard: 'secret',

  readWaiting: READ,
  listPlans: READ,
  readPlan: READ,
  readDocument: READ,
  readRecord: READ,
  previewRevision: inTeam('plan.edit'),
  editPlan: inTeam('plan.edit'),
  revisePlan: inTeam('plan.edit'),
  acknowledgeFinding: inTeam('finding.acknowledge'),

  openRollCall: inTeam('roll_call.open'),
  listRollCalls: READ,
  readRollCall: READ,
  readRollCallPolicy: READ,
  setRollCallPolicy: inTeam('settings.change'),
  answerPrompt: inTeam('prompt.answer'),
  decideRollCall: inTeam('decision.make'),
  readMeeting: READ,
  runMeeting: inTeam('meeting.run'),
  liveMeeting: READ,
  noteAttendance: inTeam('meeting.attend'),
  readChangesSince: READ,
  readRollCallDue: READ,
  setRollCallDue: inTeam('roll_call.open'),
  listDelegations: READ,
  deleteDelegation: inTeam('people.manage'),

  readCheckIn: READ,
  recordCheckIn: inTeam('check_in.record'),
  listStages: READ,
  startStage: inTeam('stage.run'),
  pauseStage: inTeam('stage.run'),
  resumeStage: inTeam('stage.run'),
  recordStageResults: inTeam('stage.results'),
  waiveStage: inTeam('stage.waive'),

  listToggles: READ,
  registerToggle: anywhere('toggle.register'),
  importToggles: { ...anywhere('toggle.register', 'flip.unprotected'), every: true },
  readToggle: READ,
  archiveToggle: inTeam('toggle.archive'),
  readEnvironmentState: READ,
  readToggleHistory: READ,
  proposeRollback: READ,
  rollBackPlan: inTeam('flip.narrow_protected'),
  proposePlanRollback: inTeam('flip.narrow_protected'),
  readReadiness: READ,
  proposeFlip: READ,
  readEvaluation: READ,
  listToggleSchedules: READ,
  listSchedules: READ,
  cancelToggleSchedule: inTeam('flip.unprotected'),
  cancelSchedule: inTeam('flip.unprotected'),
  listOverrides: READ,
  reviewOverride: inTeam('override.review'),

  createGuard: inTeam('guard.manage'),
  listGuards: READ,
  readGuard: READ,
  updateGuard: inTeam('guard.manage'),
  renewGuardSecret: inTeam('guard.manage'),
  deleteGuard: inTeam('guard.manage'),
  releaseHold: inTeam('guard.release'),

  listFreezes: READ,
  listFreezeWindows: READ,
  createFreeze: FREEZE,
  changeFreeze: FREEZE,
  deleteFreeze: FREEZE,
  listIncidents: READ,
  openIncident: inTeam('incident.open'),
  resolveIncident: inTeam('incident.resolve'),
  listChecks: READ,
  proposeChecks: inTeam('checks.propose'),
  decideChecks: inTeam('checks.decide'),
  readLine: READ,
  stopTheLine: anywhere('line.stop'),
  releaseTheLine: anywhere('line.release'),

  listEnvironments: READ,
  addEnvironment: SETTINGS,
  orderEnvironments: SETTINGS,
  changeEnvironment: SETTINGS,
  proposeUnprotection: SETTINGS,
  decideUnprotection: anywhere('environment.unprotect'),
  readConnection: READ,
  readArrival: READ,
  tryConnection: CONNECT,
  connectEnvironment: CONNECT,
  changeConnection: CONNECT,
  disconnectEnvironment: CONNECT,
  lookAtConnection: CONNECT,
  bringInFeatures: CONNECT,

  makeToken: anywhere('token.manage'),
  rotateToken: { ...anywhere('token.manage'), hidden: true },
  revokeToken: { ...anywhere('token.manage'), hidden: true },

  listContacts: READ,
  listPeople: PEOPLE,
  readPerson: PEOPLE,
  addPerson: PEOPLE,
  patchPerson: PEOPLE,
  erasePerson: inTeam('people.manage'),
  listSessions: PEOPLE,
  endSession: PEOPLE,
  endSessions: PEOPLE,
  listTeams: READ,
  addTeam: PEOPLE,
  listRoles: READ,
  grantRole: inTeam('people.manage'),
  takeRole: inTeam('people.manage'),
  readSignIn: PEOPLE,
  putSignIn: PEOPLE,
  listGroupRules: PEOPLE,
  addGroupRule: inTeam('people.manage'),
  removeGroupRule: inTeam('people.manage'),
  readMail: PEOPLE,
  sendTestMail: PEOPLE,

  listAuditEntries: LOG,
  readAuditEntry: LOG,
  verifyAuditLog: LOG,
  listAuditHeads: LOG,
  exportAuditLog: anywhere('audit.export'),
  followAuditLog: anywhere('audit.export'),
  readStateAt: LOG,
  readStateDifference: LOG,
  readLogReview: LOG,
  reviewLog: anywhere('audit.review'),
  listAuditViews: LOG,
  saveAuditView: { ...LOG, byPersons: true },
  // Of the story, it is somebody's own and nobody else's.
  removeAuditView: { ...anywhere(), hidden: true },
  liveEvents: READ,

  listWebhooks: WEBHOOKS,
  readWebhook: WEBHOOKS,
  createWebhook: WEBHOOKS,
  changeWebhook: WEBHOOKS,
  renewWebhookSecret: WEBHOOKS,
  deleteWebhook: WEBHOOKS,
  tryWebhook: WEBHOOKS,
  listWebhookDeliveries: WEBHOOKS,
  redeliverWebhook: WEBHOOKS,
}

/**
 * The rights that an operation asks for, sent as it is.
 *
 * @throws Error for an operation that nobody has given a cell.
 */
export function rightsOf(operation: string, sent: Sent): Rights {
  const rights = BY_WHAT_IS_SENT[operation]?.(sent) ?? OPERATIONS[operation]
  if (rights === undefined) throw new Error(`nobody has said who may ask for ${operation}`)
  return rights
}

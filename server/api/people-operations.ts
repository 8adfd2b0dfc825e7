import type { AnyOperation } from './operation.ts'
import {
  addAPerson,
  endASession,
  endSessions,
  listPeople,
  listSessions,
  patchPerson,
  readPerson,
} from './people.ts'
import {
  addAGroupRule,
  listGroupRules,
  putSignIn,
  readMail,
  readSignIn,
  removeAGroupRule,
  sendTestMail,
} from './sign-in.ts'
import { addATeam, grantARole, listRoles, listTeams, takeARole } from './teams.ts'

/** The operations on people, teams, roles and how people sign in. */
export const PEOPLE_OPERATIONS: readonly AnyOperation[] = [
  listPeople,
  addAPerson,
  readPerson,
  patchPerson,
  listSessions,
  endSessions,
  endASession,
  listTeams,
  addATeam,
  listRoles,
  grantARole,
  takeARole,
  readSignIn,
  putSignIn,
  listGroupRules,
  addAGroupRule,
  removeAGroupRule,
  readMail,
  sendTestMail,
]

import type { Action } from '../../../domain/permissions.ts'

/** Who may ask for an operation. */
export type Rights =
  /** Whoever is signed in, or has a token that stands: it tells or touches what is their own. */
  | 'anybody'
  /** No person at all: its caller proves itself by a secret of its own. */
  | 'secret'
  | {
      /** Any one of these rights is enough. */
      readonly actions: readonly Action[]
      /** Whether what is touched belongs to no team, so that the role counts in any. */
      readonly ofNoTeam: boolean
      /** Not one but all of these rights are asked for. */
      readonly every?: true
      /** A service account may not, whatever its scopes. */
      readonly byPersons?: true
      /** To whoever may not, there is no such thing. */
      readonly hidden?: true
      /** The discipline that must be theirs to speak for. */
      readonly speaksFor?: string
    }

type Asked = Exclude<Rights, string>

export const inTeam = (...actions: readonly Action[]): Asked => ({ actions, ofNoTeam: false })
export const anywhere = (...actions: readonly Action[]): Asked => ({ actions, ofNoTeam: true })

import { AsyncLocalStorage } from 'node:async_hooks'
import type { SignInRefusal } from '../../domain/people/sign-in-refusal.ts'

/** One request to the sign-in routes, and what is found out while it is handled. */
export interface SignInMoment {
  /** Whether the request being handled is the identity provider's answer. */
  readonly isCallback: boolean
  /** The session that the browser held before, to be ended when a new one starts. */
  readonly formerToken: string | null
  readonly issuer: string
  readonly address: string | null
  /** What the browser calls itself. */
  readonly agent: string | null
  /** The claims of the ID token, once they are verified. */
  claims: Readonly<Record<string, unknown>> | null
  /** Why the answer is not accepted. */
  refusal: SignInRefusal | null
  /** What a library said of it, for the log of the process alone. */
  said: string | null
}

/** The request under way: next-auth has one logger for all, which must know whose failure it is told. */
export const signInMoment = new AsyncLocalStorage<SignInMoment>()

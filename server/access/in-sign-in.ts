import type { NextAuthOptions } from 'next-auth'
import { logLine } from '../log.ts'
import { authOptions } from './auth-options.ts'
import { recordRefusedSignIn } from './record-refused-sign-in.ts'
import { type SignInMoment, signInMoment } from './sign-in-moment.ts'

/**
 * Lets next-auth handle one request to the sign-in routes. An answer of the identity provider that
 * signs nobody in is put on record, whatever next-auth makes of it.
 */
export async function inSignIn<T>(
  moment: SignInMoment,
  handle: (options: NextAuthOptions) => Promise<T>,
): Promise<T> {
  const options = await authOptions(moment)
  const answer = await signInMoment.run(moment, () => handle(options))
  const isRefused = moment.said !== null || moment.refusal !== null
  if (isRefused && moment.isCallback) await recordRefusedSignIn(moment)
  else if (isRefused) logLine('warning', { event: 'sign-in-not-begun', said: moment.said ?? '' })
  return answer
}

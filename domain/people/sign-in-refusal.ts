/** Why an answer of the identity provider was not accepted, with the words that follow "because". */
export const SIGN_IN_REFUSALS = {
  provider: 'the identity provider signed nobody in',
  state: 'the answer belongs to no sign-in that this browser began',
  nonce: 'the ID token belongs to another sign-in',
  issuer: 'the ID token comes from another issuer',
  audience: 'the ID token is meant for another application',
  algorithm: 'the ID token is signed in a way that is not accepted',
  signature: 'the signature of the ID token does not hold',
  key: 'the ID token is signed with a key that the identity provider does not publish',
  expired: 'the ID token is over, or not valid yet',
  subject: 'the ID token names nobody',
  code: 'the identity provider did not take its code back',
  assurance: 'the sign-in was weaker than this installation asks for',
  disabled: 'the person is disabled',
  unreachable: 'the identity provider could not be reached',
  other: 'the answer was not understood',
} as const

export type SignInRefusal = keyof typeof SIGN_IN_REFUSALS

// The words of openid-client 5 and next-auth 4, in the order in which they are looked for.
const SAID: readonly (readonly [RegExp, SignInRefusal])[] = [
  [/nonce/i, 'nonce'],
  [/\bat_hash|signature/i, 'signature'],
  [
    /unexpected (JWT|ID Token) alg|unsupported alg|failed to decode JWT|JWT.*(malformed|decod)/i,
    'algorithm',
  ],
  [/no matching key|no valid key|multiple matching keys|JWKS/i, 'key'],
  [/unexpected iss|\biss (mismatch|missing)|issuer|missing required JWT property iss/i, 'issuer'],
  [/\b(aud|azp)\b/i, 'audience'],
  [
    /too far in the past|\bexp\b|expired|\bnbf\b|\biat\b|issued in the future|not active yet/i,
    'expired',
  ],
  [/\bsub\b/i, 'subject'],
  [/state|code_verifier|PKCE/i, 'state'],
  [/invalid_grant|invalid_client|invalid_request/i, 'code'],
  [
    /access_denied|login_required|interaction_required|consent_required|account_selection/i,
    'provider',
  ],
  [/ECONN|ENOTFOUND|ETIMEDOUT|timed out|socket|expected 200 OK|certificate/i, 'unreachable'],
]

/** What a library said of a refused sign-in, as one of the reasons that the log knows. */
export function refusalOf(said: string): SignInRefusal {
  return SAID.find(([words]) => words.test(said))?.[1] ?? 'other'
}

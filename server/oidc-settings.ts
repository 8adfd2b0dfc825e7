/** What is asked of the identity provider beyond the bare sign-in. */
export interface OidcSettings {
  /** Scopes asked for besides openid, profile and email, such as `groups`. */
  readonly extraScopes: readonly string[]
  /** Of which strength (`acr`) a sign-in must be one; none: any will do. */
  readonly acrValues: readonly string[]
  /** How ID tokens are signed. */
  readonly algorithm: (typeof ALGORITHMS)[number]
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512'] as const

const WORDS = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}( [\x21\x23-\x5b\x5d-\x7e]{1,200}){0,19}$/

/**
 * The settings `OIDC_SCOPES`, `OIDC_ACR_VALUES` and `OIDC_ID_TOKEN_ALGORITHM`. Neither `none` nor a
 * shared secret signs an ID token. What is wrong is told to `tell`, a sentence each.
 */
export function readOidcSettings(
  given: (name: string) => string | undefined,
  tell: (problem: string) => void,
): OidcSettings {
  const words = (name: string): string[] => {
    const text = given(name)
    if (text === undefined) return []
    if (WORDS.test(text)) return text.split(' ')
    tell(`${name} must be words with one space between them.`)
    return []
  }
  const named = given('OIDC_ID_TOKEN_ALGORITHM')
  const algorithm = ALGORITHMS.find((one) => one === (named ?? 'RS256'))
  if (!algorithm) tell(`OIDC_ID_TOKEN_ALGORITHM must be one of ${ALGORITHMS.join(', ')}.`)
  return {
    extraScopes: words('OIDC_SCOPES').filter(
      (scope) => !['openid', 'profile', 'email'].includes(scope),
    ),
    acrValues: words('OIDC_ACR_VALUES'),
    algorithm: algorithm ?? 'RS256',
  }
}

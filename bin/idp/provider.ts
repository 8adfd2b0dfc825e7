import Provider, { type Configuration, interactionPolicy } from 'oidc-provider'
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts'
import type { IdpSecrets } from './keep-secrets.ts'
import { errorPage, signedOutPage, signOutPage } from './pages.ts'

const { Check, base } = interactionPolicy

// RFC 8176: all that was tested is that somebody was there. OpenID Connect: level 0, no assurance.
const ACR = '0'
const AMR = ['user']

const SCOPE = 'openid profile email'
const HOUR = 3600

/** Asks who it is each time: a demo is for changing from one person to another. */
function alwaysAsk(): ReturnType<typeof base> {
  const policy = base()
  policy
    .get('login')
    ?.checks.add(
      new Check('who_is_it', 'a person must be chosen', 'login_required', ({ oidc }) =>
        oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    )
  return policy
}

function people(): Configuration['findAccount'] {
  const known = new Map(DEMO_PEOPLE.map((person) => [person.subject, person]))
  return (_context, subject) => {
    const person = known.get(subject)
    if (person === undefined) return undefined
    const { name, email } = person
    return {
      accountId: subject,
      claims: () => ({ sub: subject, name, email, email_verified: true }),
    }
  }
}

/**
 * The demo's identity provider: real OpenID Connect for the demo's people, without passwords.
 * `origins` are where the web app may be; codes and people are sent back there alone.
 */
export function createProvider(
  issuer: string,
  secrets: IdpSecrets,
  origins: readonly string[],
): Provider {
  const { clientId, clientSecret, cookieKey, signingKey } = secrets
  const app = origins[0] ?? issuer
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        client_name: 'Rollcall',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: origins.map((origin) => `${origin}/api/auth/callback/oidc`),
        post_logout_redirect_uris: origins.flatMap((origin) => [`${origin}/`, `${origin}/sign-in`]),
        require_auth_time: true,
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: {
      keys: [cookieKey],
      // Cookies of one host are seen at all its ports: names of their own.
      names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    acrValues: [ACR],
    scopes: ['openid', 'profile', 'email'],
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    // Name and e-mail in the ID token, where the web app reads them.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage(app)
        },
      },
    },
    interactions: { policy: alwaysAsk(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    // No consent page: provider and app belong to one installation.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId
      if (accountId === undefined) return undefined
      const grant = new oidc.provider.Grant({ clientId, accountId })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
    findAccount: people(),
    ttl: {
      Session: 12 * HOUR,
      Interaction: HOUR,
      Grant: HOUR,
      IdToken: HOUR,
      AccessToken: HOUR,
      AuthorizationCode: 60,
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = errorPage(out.error_description ?? out.error, app)
    },
  })
}

/** How a person chosen on the list counts as signed in. */
export function signedInAs(subject: string): {
  login: { accountId: string; acr: string; amr: string[]; remember: boolean }
} {
  return { login: { accountId: subject, acr: ACR, amr: AMR, remember: false } }
}

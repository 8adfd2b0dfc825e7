/**
 * Starts a sign-in at the identity provider and comes back to `returnTo`, a path of ours.
 *
 * @param isFresh asks the provider to have the person prove again who they are.
 */
export async function beginSignIn(returnTo: string, isFresh: boolean): Promise<void> {
  const csrf = await fetch('/api/auth/csrf')
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  // Asked for an age, a provider must say when the person signed in (OpenID Connect Core, 3.1.2.1).
  const query = isFresh ? '?prompt=login&max_age=900' : ''
  const started = await fetch(`/api/auth/signin/oidc${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: returnTo, json: 'true' }),
  })
  const { url } = (await started.json()) as { url: string }
  location.assign(url)
}

/** A token as the API lists it. */
export interface ShownToken {
  readonly id: string
  readonly kind: 'person' | 'service' | 'flags'
  readonly name: string
  readonly person: string | null
  readonly environment: string | null
  readonly scopes: readonly string[]
  readonly may_sign_and_widen: boolean
  readonly created_at: string
  readonly created_by: string
  readonly expires_at: string
  readonly last_used_at: string | null
  readonly is_own: boolean
}

const SCOPES: Readonly<Record<string, string>> = {
  read: 'read',
  flip: 'flip what is not protected',
  plan: 'import and edit plans',
  register: 'register toggles',
  archive: 'archive toggles',
}

/** What a token may, as a phrase. */
export function tokenMay(
  token: Pick<ShownToken, 'kind' | 'environment' | 'scopes' | 'may_sign_and_widen'>,
): string {
  if (token.kind === 'flags') return `evaluate in ${token.environment ?? 'no environment'}`
  if (token.kind === 'service') {
    const words = token.scopes.map((scope) => SCOPES[scope] ?? scope)
    return words.length === 0 ? 'nothing' : words.join(', ')
  }
  return token.may_sign_and_widen
    ? 'whatever its person may, signing and widening too'
    : 'what its person may, but neither sign nor widen nor manage'
}

/** A scope of a service account, as a phrase that follows "may". */
export function scopeWords(scope: string): string {
  return SCOPES[scope] ?? scope
}

interface Sending {
  /** The host that it sends to: an address may hold a secret. */
  readonly host: string
  readonly format: string
  /** Empty: all of them. */
  readonly kinds: readonly string[]
  readonly environments: readonly string[]
}

interface To {
  readonly host: string
}

/** Where entries of the log are sent to. A webhook's name is in texts.detail. */
export interface WebhookFacts {
  'webhook.made': Sending
  'webhook.changed': Sending
  'webhook.secret_renewed': To
  'webhook.enabled': To & { readonly skips_missed: boolean }
  /** By a person; or by Rollcall when its receiver was gone or failed for too long. */
  'webhook.disabled': To & { readonly because: 'asked' | 'gone' | 'failing' }
  'webhook.removed': To
  'webhook.tried': To
  'webhook.redelivered': To & { readonly seq: number }
}

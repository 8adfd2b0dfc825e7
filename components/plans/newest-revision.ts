/** The newest saved text of a plan, and whose it is. */
export interface NewestRevision {
  readonly revision: number
  /** As it is kept, byte order mark and line ends too. */
  readonly text: string
  /** Null where a service account saved it. */
  readonly author: string | null
  readonly savedAt: string
}

export function authorWords({ author }: { readonly author: string | null }): string {
  return author ?? 'A service account'
}

/** What a form says of sign-offs: they are on what a discipline reviews. */
export function SignedAgain() {
  return (
    <p className="text-xs text-ink-soft">
      What a discipline reviews and you change here must be signed again.
    </p>
  )
}

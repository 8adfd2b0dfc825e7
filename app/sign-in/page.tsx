import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PlainPage } from '../../components/shell/plain-page.tsx'
import { SignInButton } from '../../components/sign-in/sign-in-button.tsx'
import { type Asked, askedOnce } from '../../components/ui/asked-once.ts'
import { Callout } from '../../components/ui/callout.tsx'
import { ownPath } from '../../domain/own-path.ts'
import { signedInActor } from '../../server/session.ts'

export const metadata: Metadata = { title: 'Sign in' }

const NOT_ADMITTED =
  'The identity provider knows you, and Rollcall does not let you in: you are disabled here, or the sign-in was weaker than is asked for. Ask an administrator; the reason is in the log.'
const NOT_ACCEPTED =
  'The identity provider’s answer was not accepted. Nothing was changed; start again. If it comes again, tell an administrator: the reason is in the log.'

interface SignInPageProps {
  searchParams: Asked
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, fresh } = await askedOnce(searchParams)
  const returnTo = ownPath(callbackUrl)
  const actor = await signedInActor()
  const isFresh = fresh !== undefined
  if (actor && !isFresh && !error) redirect(returnTo)
  return (
    <PlainPage title={isFresh ? 'Sign in again' : 'Sign in to Rollcall'}>
      <p className="text-ink-soft">
        {isFresh
          ? 'What you are about to do asks for a fresh sign-in: at most 15 minutes old.'
          : 'The release plan, the sign-offs, the toggles and the record, as one thing.'}
      </p>
      {isFresh && actor?.authenticatedAt?.getTime() === 0 && (
        <Callout tone="warning" title="When you signed in is not known">
          At your last sign-in the identity provider did not say when you proved who you are (
          <code>auth_time</code>). Sign in again; if you are asked once more, tell an administrator.
        </Callout>
      )}
      {error && (
        <Callout tone="danger" title="You are not signed in">
          {error === 'AccessDenied' ? NOT_ADMITTED : NOT_ACCEPTED}
        </Callout>
      )}
      <SignInButton returnTo={returnTo} isFresh={isFresh}>
        Sign in with single sign-on
      </SignInButton>
    </PlainPage>
  )
}

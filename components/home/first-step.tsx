import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'

type FirstStepProps = {
  /** Whether there is a plan or a toggle at all. */
  isFresh: boolean
  mayImport: boolean
}

/** What stands on the home page when nothing waits: the first step of who can take one. */
export function FirstStep({ isFresh, mayImport }: FirstStepProps) {
  if (!isFresh) {
    return (
      <EmptyState
        title="Nothing waits for you"
        action={
          <>
            <LinkButton href="/toggles">See the toggles</LinkButton>
            <LinkButton href="/plans">See the plans</LinkButton>
          </>
        }
      >
        Sign-offs asked of you, rollouts to widen and overrides to review will stand here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={mayImport ? 'Begin with the plan you already have' : 'No release plan is here yet'}
      action={
        mayImport && (
          <LinkButton href="/plans/import" variant="primary">
            Import a release plan
          </LinkButton>
        )
      }
    >
      {mayImport
        ? 'Drop its Markdown in: Rollcall reads the toggles, stages, contacts and prompts from it and keeps it byte for byte. Then the roll is called, and the rollout is checked against it.'
        : 'A program manager or a tech lead imports the first one. What it asks of you will then stand here.'}
    </EmptyState>
  )
}

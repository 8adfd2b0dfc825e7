import { Callout } from '../ui/callout.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

type OutsideNoteProps = {
  toggle: string
  environment: string
  server: string
  /** The change, and the state before it in words. */
  newest: { readonly at: string; readonly seq: number; readonly words: string }
  before: string
  mayRevert: boolean
}

/** A toggle that stands as others set it, and the one action that takes it back. */
export function OutsideNote(props: OutsideNoteProps) {
  const { toggle, environment, server, newest, before, mayRevert } = props
  return (
    <Callout
      tone="warning"
      title={`Changed outside Rollcall: from ${before} to ${newest.words}`}
      actions={
        mayRevert && (
          <LinkButton
            prefetch={false}
            href={`/toggles/${encodeURIComponent(toggle)}?roll_back=${environment}#${environment}`}
          >
            Revert to {before}…
          </LinkButton>
        )
      }
    >
      Found on {server} <TimeStamp at={newest.at} />, and the state of record since,{' '}
      <TextLink prefetch={false} href={`/audit/${newest.seq}`}>
        entry {newest.seq}
      </TextLink>
      . {!mayRevert && 'Who may flip here can revert it.'}
    </Callout>
  )
}

import { Callout } from '../ui/callout.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { Verification } from './verification.ts'

/** Whether the log holds, and what was seen to say so. */
export function VerificationResult({ result }: { result: Verification }) {
  const { holds, entries, thorough, head, first_broken_seq, problem, verified_at } = result
  if (!holds) {
    return (
      <Callout tone="danger" title={brokenWords(first_broken_seq)}>
        <p>{problem}</p>
        <p>
          Somebody went around Rollcall, or the database is damaged. Keep it as it is, and compare
          it with an export or a head that was kept elsewhere.
        </p>
        {first_broken_seq !== null && (
          <TextLink href={`/audit/${first_broken_seq}`}>Entry {first_broken_seq}</TextLink>
        )}
      </Callout>
    )
  }
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
      <StatusMark status="go">The log holds</StatusMark>
      <span>
        {entries.toLocaleString('en-US')} entries
        {thorough ? ', with their texts and changes' : ''}
      </span>
      {head && (
        <span className="text-ink-soft">
          head{' '}
          <code className="font-mono text-xs" title={head.hash}>
            {head.hash.slice(0, 16)}…
          </code>
        </span>
      )}
      <span className="text-ink-soft">
        verified <TimeStamp at={verified_at} />
      </span>
    </p>
  )
}

function brokenWords(seq: number | null): string {
  return seq === null ? 'The log does not hold' : `The log does not hold from entry ${seq} on`
}

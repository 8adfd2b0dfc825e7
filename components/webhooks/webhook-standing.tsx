import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { WebhookView } from './webhook-view.ts'

/** How it goes with a webhook: a word and a shape, then since when. */
export function WebhookStanding({ webhook }: { webhook: WebhookView }) {
  const { enabled, failing_since: failing, next_attempt_at: next, waiting } = webhook
  const wait = waiting === 0 ? null : `${waiting} wait${waiting === 1 ? 's' : ''}`
  if (!enabled) {
    return (
      <p className="text-sm">
        <StatusMark status="neutral">Off</StatusMark>
        {wait && <span className="text-ink-soft"> · {wait}</span>}
      </p>
    )
  }
  if (failing) {
    return (
      <p className="text-sm">
        <StatusMark status="no-go">Failing</StatusMark>
        <span className="text-ink-soft">
          {' '}
          since <TimeStamp at={failing} /> · {wait ?? 'nothing waits'}
          {next && (
            <>
              {' '}
              · tried again <TimeStamp at={next} />
            </>
          )}
        </span>
      </p>
    )
  }
  return (
    <p className="text-sm">
      <StatusMark status="go">On</StatusMark>
      <span className="text-ink-soft">
        {webhook.delivered_at !== null && (
          <>
            {' · last taken '}
            <TimeStamp at={webhook.delivered_at} />
          </>
        )}
        {wait ? ` · ${wait}` : webhook.delivered_at === null && ' · nothing was taken yet'}
      </span>
    </p>
  )
}

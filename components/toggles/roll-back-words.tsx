import { TimeStamp } from '../ui/time-stamp.tsx'
import type { HistoryView, RollbackView } from './toggle-view.ts'

type RollBackWordsProps = {
  toggle: string
  rollback: RollbackView
  /** The oldest flip that would be undone. */
  undone: HistoryView | null
}

/** From where to where, and whose doing is undone. */
export function RollBackWords({ toggle, rollback, undone }: RollBackWordsProps) {
  const count = rollback.through - rollback.undoes + 1
  return (
    <p className="text-sm">
      <code className="wrap-anywhere">{toggle}</code> is at{' '}
      <strong className="font-semibold">{rollback.from}</strong> and goes back to{' '}
      <strong className="font-semibold">{rollback.to}</strong>
      {undone && (
        <>
          , undoing {count > 1 ? `${count} flips, the first of them ` : ''}what {undone.actor} did{' '}
          <TimeStamp at={undone.at} />
          {undone.reason && <>: “{undone.reason}”</>}
        </>
      )}
      .
    </p>
  )
}

import { momentInWords } from '../../domain/audit/moment-words.ts'
import { TimeStamp } from '../ui/time-stamp.tsx'

/** A moment that somebody waits for: how far ahead, and when. */
export function Coming({ at }: { at: string }) {
  return (
    <>
      <TimeStamp at={at} /> <span className="tabular-nums">({momentInWords(at)})</span>
    </>
  )
}

'use client'

import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { ImHere } from './im-here.tsx'

interface MeetingToolsProps {
  news: { readonly words: string; readonly at: string } | null
  isLive: boolean
  onHelp: () => void
  onRoom: () => void
}

/** What happened last, whether the page is live, and how it can be looked at. */
export function MeetingTools({ news, isLive, onHelp, onRoom }: MeetingToolsProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm">
      <p className="min-h-6 text-ink-soft">
        {!isLive && <strong className="text-wait">Not live at the moment, reconnecting. </strong>}
        {news ? (
          <>
            {news.words} <TimeStamp at={news.at} />
          </>
        ) : (
          isLive && 'Live: what others do appears here.'
        )}
      </p>
      <div className="ml-auto flex items-center gap-1">
        <ImHere />
        <div className="hidden gap-1 sm:flex">
          <Button variant="quiet" size="small" onClick={onRoom}>
            Room view <KeyHint keys={['r']} />
          </Button>
          <Button variant="quiet" size="small" onClick={onHelp}>
            Keys <KeyHint keys={['?']} />
          </Button>
        </div>
      </div>
    </div>
  )
}

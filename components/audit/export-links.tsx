'use client'

import { type MouseEvent, useRef, useState } from 'react'
import type { FilterFields } from '../../domain/audit/entry-query.ts'
import { ApiError, readProblem, unreachable } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { buttonLook } from '../ui/button-look.ts'
import { exportAddress } from './audit-query.ts'
import { type ExportFormat, type ExportProgress, exportProgress } from './export-progress.ts'
import { canKeepFiles, keptFile } from './kept-file.ts'

const FILES = [
  { format: 'jsonl', label: 'Export for verifying', kind: 'JSON Lines' },
  { format: 'csv', label: 'Export for people', kind: 'CSV' },
  { format: 'ocsf', label: 'Export for a SIEM', kind: 'OCSF' },
] as const

type ExportLinksProps = {
  fields: FilterFields
  /** The newest entry of the log. */
  newest: number
}

/**
 * Files of what the filters let through; that they were taken is an entry itself. Each is a plain
 * link; where the browser can keep a file on disk while it arrives, the page says how far it is.
 */
export function ExportLinks({ fields, newest }: ExportLinksProps) {
  const { pending, problem, act } = useAct<ExportFormat>()
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const stop = useRef<AbortController>(null)

  function take(event: MouseEvent<HTMLAnchorElement>, format: ExportFormat) {
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!isPlain || !canKeepFiles()) return
    event.preventDefault()
    if (pending !== null) return
    const ending = new AbortController()
    stop.current = ending
    let isOver = false
    const say = (now: ExportProgress) => isOver || setProgress(now)
    void act(format, async () => {
      setProgress({ bytes: 0, seq: 0, share: 0 })
      try {
        await download(exportAddress(format, fields), ending.signal, (stream) =>
          stream.pipeThrough(counted(format, newest, say)),
        )
      } catch (error) {
        if (!ending.signal.aborted) throw error
      } finally {
        isOver = true
        setProgress(null)
      }
    })
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {FILES.map(({ format, label, kind }) => (
          <a
            key={format}
            href={exportAddress(format, fields)}
            download
            aria-disabled={pending !== null || undefined}
            onClick={(event) => take(event, format)}
            className={buttonLook('secondary', 'regular')}
          >
            {label}
            <span className="font-normal text-ink-soft">{kind}</span>
          </a>
        ))}
      </div>
      {progress && <Progress progress={progress} onStop={() => stop.current?.abort()} />}
      {problem && <ApiProblemNote problem={problem} />}
    </div>
  )
}

const BAR =
  'h-2 w-40 appearance-none border border-edge bg-well [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-well [&::-webkit-progress-value]:bg-accent'

function Progress({ progress, onStop }: { progress: ExportProgress; onStop: () => void }) {
  const { seq, bytes, share } = progress
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm tabular-nums">
      <progress aria-label="Export" value={share} className={BAR} />
      <span className="text-ink-soft">
        {seq === 0 ? 'Beginning' : `To entry ${seq.toLocaleString('en-US')}`},{' '}
        {(bytes / 2 ** 20).toFixed(1)} MB
      </span>
      <Button size="small" variant="quiet" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}

const EVERY_MS = 200

function counted(format: ExportFormat, newest: number, say: (now: ExportProgress) => void) {
  const passed = exportProgress(format, newest)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let progress: ExportProgress
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      progress = passed(piece)
      // The last of some in a row is told as well: what comes next may take its time.
      waiting ??= setTimeout(() => {
        waiting = undefined
        say(progress)
      }, EVERY_MS)
      controller.enqueue(piece)
    },
    flush: () => clearTimeout(waiting),
  })
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>

/** Takes a file through the page, and hands it to the browser's downloads once it is whole. */
async function download(address: string, signal: AbortSignal, through: (stream: Bytes) => Bytes) {
  const answer = await fetch(address, { signal }).catch(() => {
    throw new ApiError(unreachable)
  })
  if (!answer.ok || answer.body === null) throw new ApiError(await readProblem(answer))
  const file = await keptFile(through(answer.body), signal).catch(() => {
    throw new ApiError(BROKE_OFF)
  })
  const [, name = 'rollcall-audit'] =
    /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const BROKE_OFF = {
  ...unreachable,
  code: 'export-broke-off',
  title: 'The export broke off',
  detail: 'Nothing of it was kept. Export again, or narrow it by a time or a filter.',
}

import { classNames } from './class-names.ts'
import { levelWords } from './level-words.ts'

type LevelMarkProps = {
  /** 0 is off, 100 is on, between them a percentage to 0.001. */
  percent: number
  /** Said instead of the percentage, for what a percentage does not tell ("Conditional"). */
  word?: string
  className?: string
}

/** Off, a percentage, or On: a disc filled that far, and the word. */
export function LevelMark({ percent, word, className }: LevelMarkProps) {
  const part = Math.min(Math.max(percent, 0), 100)
  const filled = (part / 100) * 2 * Math.PI * 3
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums',
        part === 0 && !word ? 'text-ink-soft' : 'font-medium text-ink',
        className,
      )}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-4 shrink-0 -rotate-90"
        fill="none"
        aria-hidden="true"
      >
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeWidth="1.5" />
        {part > 0 && (
          <circle
            cx="8"
            cy="8"
            r="3"
            stroke="currentColor"
            strokeWidth="6"
            strokeDasharray={`${filled.toFixed(3)} 20`}
          />
        )}
      </svg>
      {word ?? levelWords(percent)}
    </span>
  )
}

export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key) => (
        <kbd
          key={key}
          className="rounded-sm border border-rule-strong bg-well px-1.5 font-sans text-2xs leading-5 text-ink-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}

const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-full', 'w-2/3'] as const

/** Stands where text will be. Names what is awaited for those who do not see it. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  const rows = Array.from({ length: lines }, (_, row) => ({
    row,
    width: widths[row % widths.length],
  }))
  return (
    <div role="status" className="flex flex-col gap-3 py-1 motion-safe:animate-pulse">
      <span className="sr-only">{label}</span>
      {rows.map(({ row, width }) => (
        <span key={row} className={`h-3 rounded-sm bg-rule ${width}`} />
      ))}
    </div>
  )
}

/** A moment to the second, as tables hold it: "2026-11-22 14:05:11"; the column says UTC. */
export function Utc({ at }: { at: string }) {
  return (
    <time dateTime={at} className="whitespace-nowrap tabular-nums">
      {at.slice(0, 10)} {at.slice(11, 19)}
    </time>
  )
}

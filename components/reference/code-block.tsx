/** Text to copy or compare, as it is; long lines wrap, so that nothing hides beside it. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <figure>
      <figcaption className="pb-1 text-xs font-semibold text-ink-soft">{label}</figcaption>
      <pre className="border-l-2 border-rule-strong bg-well px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
        {children}
      </pre>
    </figure>
  )
}

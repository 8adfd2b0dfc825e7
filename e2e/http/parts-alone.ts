/** What of the state tree of Next's router stands for one segment, with all that is within it. */
type Tree = readonly [string | readonly string[], Readonly<Record<string, Tree>>, ...unknown[]]

const INNERMOST: Tree = ['__PAGE__', {}, null, 'refetch']

/**
 * Headers by which a browser that is there already asks for the data of a page, and then for its
 * innermost part alone, which skips the layouts around it. A layout is no wall.
 */
export function partsAlone(address: string): Record<string, string>[] {
  const segments = ['(signed-in)', ...address.split('/').filter(Boolean)]
  const tree = segments.reduceRight<Tree>(
    (within, segment) => [segment, { children: within }],
    INNERMOST,
  )
  const state = encodeURIComponent(JSON.stringify(['', { children: tree }, null, null]))
  return [{ rsc: '1' }, { rsc: '1', 'next-router-state-tree': state }]
}

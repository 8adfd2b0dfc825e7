/**
 * A path of ours to go to after signing in, from whatever a link says: anything that is not a plain
 * path or an address of this site becomes the home page.
 *
 * @param wanted a path, or a whole address as next-auth passes it on.
 */
export function ownPath(wanted: string | undefined): string {
  if (wanted === undefined) return '/'
  try {
    const base = new URL('http://rollcall.invalid')
    const url = new URL(wanted, base)
    const isPath = wanted.startsWith('/') && url.origin === base.origin
    const isAddress = /^https?:\/\//.test(wanted)
    if (!isPath && !isAddress) return '/'
    const path = url.pathname + url.search
    return path.startsWith('//') || path.startsWith('/sign-in') ? '/' : path
  } catch {
    return '/'
  }
}

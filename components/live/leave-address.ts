/**
 * Draws the page anew after something was done, and leaves what its address asked for, if anything:
 * its query goes, `hash` stays. One navigation does both: an address that is replaced while the page
 * is being drawn anew can leave the router waiting for ever, with the old page before the reader.
 *
 * @param hash what of the address stays, `#production` or nothing; null where it asked for nothing.
 */
export function leaveAddress(
  router: {
    readonly refresh: () => void
    readonly replace: (address: string, how: { readonly scroll: boolean }) => void
  },
  hash: string | null,
): void {
  if (hash === null) router.refresh()
  else router.replace(`${location.pathname}${hash}`, { scroll: false })
}

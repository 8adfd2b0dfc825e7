/** Where a toggle's page opens with the rollback of an environment ready to be confirmed. */
function rollBackAddress(toggle: string, environment: string): string {
  const search = new URLSearchParams({ roll_back: environment })
  return `${pageOf(toggle)}?${search}#${environment}`
}

/** Goes there; at once and without a request when the toggle's page is what is shown. */
export function openRollBack(
  router: { push: (address: string) => void },
  toggle: string,
  environment: string,
): void {
  const address = rollBackAddress(toggle, environment)
  if (location.pathname === pageOf(toggle)) history.pushState(null, '', address)
  else router.push(address)
}

function pageOf(toggle: string): string {
  return `/toggles/${encodeURIComponent(toggle)}`
}

export type NavItem = { href: string; label: string; count?: number }

/** Whether `path` is the page of a nav item or lies below it; the root is only itself. */
export function isCurrent(item: NavItem, path: string): boolean {
  if (item.href === '/') return path === '/'
  return path === item.href || path.startsWith(`${item.href}/`)
}

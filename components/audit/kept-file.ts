const STALE_MS = 3_600_000

/** Where a browser keeps a long file while it arrives: on disk, not in memory. */
export function canKeepFiles(): boolean {
  return typeof navigator !== 'undefined' && 'getDirectory' in (navigator.storage ?? {})
}

/**
 * Keeps a stream in a file of this origin's own, piece by piece as it arrives, and gives the file.
 * What earlier ones left, whose download is long over, is removed first.
 */
export async function keptFile(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<File> {
  const folder = await navigator.storage.getDirectory()
  for await (const name of folder.keys()) {
    const [prefix, made] = name.split(' ')
    if (prefix === 'export' && Number(made) < Date.now() - STALE_MS) await folder.removeEntry(name)
  }
  const name = `export ${Date.now()}`
  const handle = await folder.getFileHandle(name, { create: true })
  try {
    await stream.pipeTo(await handle.createWritable(), { signal })
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined)
    throw error
  }
  return handle.getFile()
}

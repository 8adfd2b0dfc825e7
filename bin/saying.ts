/** Runs a command; what it throws is said in its own words, and the command fails. */
export async function saying(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

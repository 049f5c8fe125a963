import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const KEYRING_NAME = /^sori-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-keyring\.jsonl\.gz$/
const DAY_MS = 24 * 60 * 60_000

/**
 * Deletes the keyrings of a folder that are older than their window. Until then a destroyed ticket could be read with one;
 * records may be kept longer, since without a keyring they say nothing.
 *
 * @returns the paths of what was deleted
 */
export async function pruneKeyrings(folder: string, keptDays: number, now: Date): Promise<readonly string[]> {
  const before = now.getTime() - keptDays * DAY_MS
  const old = (await readdir(folder)).filter((name) => (takenAt(name) ?? Infinity) < before)
  const paths = old.map((name) => join(folder, name))
  for (const path of paths) await rm(path)
  return paths
}

/** Milliseconds since 1970, from the name; undefined for what is no keyring of ours. */
function takenAt(name: string): number | undefined {
  const [, day, hour, minute, second, ms] = KEYRING_NAME.exec(name) ?? []
  return day === undefined ? undefined : Date.parse(`${day}${hour}:${minute}:${second}.${ms}Z`)
}

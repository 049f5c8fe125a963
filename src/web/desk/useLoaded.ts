import { useCallback, useEffect, useState } from 'preact/hooks'

import type { DeskApi, Reply } from './deskApi.ts'

/** Something the page asks its server for. */
export type LoadedValue<T> = {
  /** Absent until there is an answer. */
  readonly reply: Reply<T> | undefined
  /** Asks again. */
  readonly load: () => void
}

/** Loads `path` when the part appears, and again when asked to. */
export function useLoaded<T>(api: DeskApi, path: string): LoadedValue<T> {
  const [reply, setReply] = useState<Reply<T>>()
  const load = useCallback(async () => setReply(await api<T>('GET', path)), [api, path])
  useEffect(() => void load(), [load])
  return { reply, load: () => void load() }
}

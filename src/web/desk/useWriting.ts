import { useCallback, useState } from 'preact/hooks'

import type { WritingKind, WritingOffers, Written } from '../../http/desk/writingHelp.ts'
import type { DeskApi } from './deskApi.ts'
import { useLoaded } from './useLoaded.ts'

/** Help with writing about one ticket. */
export type Writing = {
  readonly offers: WritingOffers | undefined
  /** What is being written now. */
  readonly busy: WritingKind | undefined
  readonly hasFailed: boolean
  /** @returns undefined when nothing was written */
  readonly write: (kind: WritingKind) => Promise<Written | undefined>
}

/** Builds the help of one ticket's page. `path` is the ticket's own. */
export function useWriting(api: DeskApi, path: string): Writing {
  const { reply } = useLoaded<WritingOffers>(api, `${path}/writing`)
  const [busy, setBusy] = useState<WritingKind>()
  const [hasFailed, setHasFailed] = useState(false)

  const write = useCallback(
    async (kind: WritingKind): Promise<Written | undefined> => {
      setBusy(kind)
      setHasFailed(false)
      const answer = await api<Written>('POST', `${path}/writing`, { kind })
      setBusy(undefined)
      setHasFailed(!answer.ok)
      return answer.ok ? answer.value : undefined
    },
    [api, path],
  )
  return { offers: reply?.ok ? reply.value : undefined, busy, hasFailed, write }
}

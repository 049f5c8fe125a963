import { useCallback, useState } from 'preact/hooks'

import type { RevealRequest, Revealed } from '../../http/desk/revealField.ts'
import type { DeskApi } from './deskApi.ts'

/** Why somebody looks at a masked value. */
export type RevealReason = RevealRequest['reason']

/** The masked values of one ticket: which are shown, which is being asked for. Gone when the page is left. */
export type Reveal = {
  readonly values: Readonly<Record<string, string>>
  /** The field whose reason is being asked: `name`, `phone` or a token. */
  readonly asked: string | undefined
  /** The reason given last on this ticket; most fields are needed for the same one. */
  readonly lastReason: RevealReason | undefined
  readonly lastShown: string | undefined
  ask(field: string): void
  cancel(): void
  /** @returns the code of what went wrong; undefined when the value is shown */
  give(reason: RevealReason, note: string): Promise<string | undefined>
}

/** Builds the reveal of one ticket's page. `path` is the ticket's own. */
export function useReveal(api: DeskApi, path: string): Reveal {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [asked, setAsked] = useState<string>()
  const [lastReason, setLastReason] = useState<RevealReason>()
  const [lastShown, setLastShown] = useState<string>()

  const give = useCallback(
    async (reason: RevealReason, note: string): Promise<string | undefined> => {
      if (asked === undefined) return undefined
      const body = reason === 'other' ? { field: asked, reason, note } : { field: asked, reason }
      const reply = await api<Revealed>('POST', `${path}/reveal`, body)
      if (!reply.ok) return reply.code
      setValues((shown) => ({ ...shown, [asked]: reply.value.value }))
      setLastReason(reason)
      setLastShown(asked)
      setAsked(undefined)
      return undefined
    },
    [api, asked, path],
  )
  return { values, asked, lastReason, lastShown, ask: setAsked, cancel: () => setAsked(undefined), give }
}
